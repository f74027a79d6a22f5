/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.column;

import io.tidewater.format.schema.UnsupportedSchemaException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.TypeUtil;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.types.Types.StructType;

/**
 * A choice of metadata columns. Immutable.
 *
 * @param chosen the columns that a table has
 * @param keyType what the column of keys holds, if chosen
 */
public record MetadataColumns(Set<MetadataColumn> chosen, KeyType keyType) {
  /** Partition, offset, timestamp, key and headers; keys as text. */
  public static final MetadataColumns DEFAULTS =
      new MetadataColumns(
          EnumSet.complementOf(
              EnumSet.of(MetadataColumn.TOPIC, MetadataColumn.SCHEMA_ID, MetadataColumn.DELETED)),
          KeyType.TEXT);

  /** No metadata column at all. */
  public static final MetadataColumns NONE =
      new MetadataColumns(EnumSet.noneOf(MetadataColumn.class), KeyType.TEXT);

  public MetadataColumns {
    EnumSet<MetadataColumn> copy = EnumSet.noneOf(MetadataColumn.class);
    copy.addAll(chosen);
    chosen = Collections.unmodifiableSet(copy);
    Objects.requireNonNull(keyType, "keyType");
  }

  /** Exactly these columns. */
  public static MetadataColumns of(Collection<MetadataColumn> columns) {
    return new MetadataColumns(Set.copyOf(columns), KeyType.TEXT);
  }

  /** This choice and one more column. */
  public MetadataColumns with(MetadataColumn column) {
    EnumSet<MetadataColumn> more = EnumSet.of(column);
    more.addAll(chosen);
    return new MetadataColumns(more, keyType);
  }

  /** This choice less one column. */
  public MetadataColumns without(MetadataColumn column) {
    EnumSet<MetadataColumn> less = EnumSet.noneOf(MetadataColumn.class);
    less.addAll(chosen);
    less.remove(column);
    return new MetadataColumns(less, keyType);
  }

  /** This choice with keys of a type. */
  public MetadataColumns with(KeyType keys) {
    return new MetadataColumns(chosen, keys);
  }

  /**
   * The incoming type of whole records: the value's fields, then the metadata columns.
   *
   * @throws UnsupportedSchemaException if the value has a field of a chosen column's name, in
   *     whatever case: engines fold names
   */
  public StructType appendTo(StructType value) {
    List<NestedField> fields = new ArrayList<>(value.fields());
    int lastId = TypeUtil.indexById(value).keySet().stream().mapToInt(id -> id).max().orElse(0);
    IdSequence ids = new IdSequence(lastId);
    for (MetadataColumn column : chosen) {
      refuseClash(value, column);
      int id = ids.next();
      Type type = TypeUtil.assignFreshIds(type(column), ids::next);
      fields.add(NestedField.optional(id, column.columnName(), type, column.doc()));
    }
    return StructType.of(fields);
  }

  private Type type(MetadataColumn column) {
    return column == MetadataColumn.KEY ? keyType.type() : column.type();
  }

  private static void refuseClash(StructType value, MetadataColumn column) {
    for (NestedField field : value.fields()) {
      if (field.name().equalsIgnoreCase(column.columnName())) {
        throw new UnsupportedSchemaException(
            field.name(),
            "the value has a field of the name of a metadata column; switch that column off, or"
                + " rename the field with a transform");
      }
    }
  }

  private static final class IdSequence {
    private int last;

    IdSequence(int last) {
      this.last = last;
    }

    int next() {
      return ++last;
    }
  }
}
