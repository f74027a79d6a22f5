/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import io.tidewater.format.payload.WriterSchema;
import io.tidewater.format.row.ParquetFiles;
import io.tidewater.format.schema.MappingOptions;
import io.tidewater.format.schema.Requiredness;
import io.tidewater.format.schema.TableSchema;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.Schema;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.types.Type;

/** Messages of one type, from their bytes through a Parquet file. */
final class Reading {
  private final WriterSchema writer;
  private final Schema table;

  private Reading(String text, Map<String, String> references, MappingOptions options) {
    MemoryRegistry registry = new MemoryRegistry();
    int id = registry.add(text, references);
    ProtobufFormat format = new ProtobufFormat(registry, "", options);
    this.writer = format.writerOf(Frames.first(id, new byte[0]));
    this.table = TableSchema.of(writer.incoming().type(), Requiredness.AS_DECLARED);
  }

  static Reading of(String text) {
    return new Reading(text, Map.of(), MappingOptions.DEFAULTS);
  }

  static Reading of(String text, MappingOptions options) {
    return new Reading(text, Map.of(), options);
  }

  static Reading of(Descriptor message) {
    return of(message, MappingOptions.DEFAULTS);
  }

  /** The message's file is the registered schema; what it depends on stands beside it. */
  static Reading of(Descriptor message, MappingOptions options) {
    Map<String, String> references = new HashMap<>();
    for (FileDescriptor dependency : message.getFile().getDependencies()) {
      if (!dependency.getName().startsWith("google/")) {
        references.put(dependency.getName(), ProtoPrinter.print(dependency.toProto()));
      }
    }
    String text = ProtoPrinter.print(message.getFile().toProto());
    return new Reading(text, references, options);
  }

  WriterSchema writer() {
    return writer;
  }

  Type type(String column) {
    return table.findType(column);
  }

  Schema table() {
    return table;
  }

  /** The row of a message. */
  GenericRecord row(byte[] message) {
    return new RowReading(writer, table).row(ByteBuffer.wrap(message));
  }

  /** What is read back from a file with the row of a message. */
  Record stored(byte[] message) throws IOException {
    return ParquetFiles.roundTrip(table, List.of(row(message))).get(0);
  }

  Object stored(byte[] message, String column) throws IOException {
    return stored(message).getField(column);
  }
}
