/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.deletes.scan;

import io.tidewater.compaction.deletes.key.KeyBuffer;
import io.tidewater.compaction.deletes.key.KeyFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.ContentFile;
import org.apache.iceberg.PartitionField;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.data.IdentityPartitionConverters;
import org.apache.iceberg.data.InternalRecordWrapper;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.formats.FormatModelRegistry;
import org.apache.iceberg.formats.ReadBuilder;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.io.CloseableIterator;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.mapping.NameMappingParser;
import org.apache.iceberg.types.Type;

/** Keys by way of rows, for files whose columns do not hold them as they are. */
final class RowKeyCursor implements KeyCursor {
  private final KeyFormat keys;
  private final InternalRecordWrapper wrapper;
  private final CloseableIterable<Record> rows;
  private final CloseableIterator<Record> iterator;
  private long position = -1;

  RowKeyCursor(Table table, ContentFile<?> file, InputFile input, KeyFormat keys) {
    this.keys = keys;
    this.wrapper = new InternalRecordWrapper(keys.schema().asStruct());
    ReadBuilder<Record, Object> builder =
        FormatModelRegistry.<Record, Object>readBuilder(file.format(), Record.class, input)
            .project(keys.schema())
            .idToConstant(constants(table, file, keys))
            .reuseContainers();
    String mapping = table.properties().get(TableProperties.DEFAULT_NAME_MAPPING);
    if (mapping != null) {
      builder.withNameMapping(NameMappingParser.fromJson(mapping));
    }
    this.rows = builder.build();
    this.iterator = rows.iterator();
  }

  /** Columns that a file may lack because its partition tells them. */
  private static Map<Integer, Object> constants(Table table, ContentFile<?> file, KeyFormat keys) {
    PartitionSpec spec = table.specs().get(file.specId());
    if (spec == null) {
      throw new IllegalStateException(
          file.location() + " is of the unknown partition spec " + file.specId());
    }
    Map<Integer, Object> constants = new HashMap<>();
    List<PartitionField> fields = spec.fields();
    for (int i = 0; i < fields.size(); i++) {
      PartitionField field = fields.get(i);
      if (field.transform().isIdentity() && keys.schema().findField(field.sourceId()) != null) {
        Type type = spec.partitionType().fields().get(i).type();
        Object value = file.partition().get(i, Object.class);
        constants.put(field.sourceId(), IdentityPartitionConverters.convertConstant(type, value));
      }
    }
    return constants;
  }

  @Override
  public boolean next(KeyBuffer into) {
    if (!iterator.hasNext()) {
      return false;
    }
    position++;
    keys.write(wrapper.wrap(iterator.next()), into);
    return true;
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public void close() {
    try (rows;
        iterator) {
      position = -1;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
