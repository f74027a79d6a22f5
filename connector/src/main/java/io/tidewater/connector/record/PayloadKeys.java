/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.record;

import io.tidewater.format.column.KeyType;
import io.tidewater.format.payload.PayloadFormat;
import io.tidewater.format.payload.WriterSchema;
import io.tidewater.format.plan.ValueReader;
import io.tidewater.format.schema.Alignment;
import io.tidewater.format.schema.FieldHistory;
import io.tidewater.format.schema.NameMatching;
import java.nio.ByteBuffer;
import java.util.IdentityHashMap;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types.NestedField;
import org.jspecify.annotations.Nullable;

/** Reads the bytes of keys. A key that is a record is its JSON; each other is a single value. */
final class PayloadKeys {
  /** Formats that give a new schema for each key must not fill the memory. */
  private static final int SCHEMAS_KEPT = 1_000;

  private final KeyType column;
  private final KeyText text;
  private final IdentityHashMap<WriterSchema, ValueReader> compiled = new IdentityHashMap<>();

  PayloadKeys(KeyType column) {
    this.column = column;
    this.text = new KeyText(column);
  }

  /** What a column of keys with that schema holds best. */
  static KeyType columnFor(WriterSchema schema) {
    if (schema.isRecord() || schema.incoming().type().fields().size() != 1) {
      return KeyType.TEXT;
    }
    Type type = schema.incoming().type().fields().get(0).type();
    return switch (type.typeId()) {
      case BINARY, FIXED -> KeyType.BYTES;
      default -> KeyType.TEXT;
    };
  }

  /** A key as the column holds it. */
  @Nullable Object read(PayloadFormat format, ByteBuffer key) {
    WriterSchema schema = format.writerOf(key);
    ValueReader reader = compiled.get(schema);
    if (reader == null) {
      if (compiled.size() == SCHEMAS_KEPT) {
        compiled.clear();
      }
      reader = compile(schema);
      compiled.put(schema, reader);
    }
    text.begin(schema.isRecord());
    reader.read(key);
    return text.finish();
  }

  private ValueReader compile(WriterSchema schema) {
    if (schema.isRecord()) {
      return schema.compile(Alignment.identity(schema.incoming()), text.json());
    }
    Schema single = new Schema(NestedField.optional(1, WriterSchema.VALUE_COLUMN, column.type()));
    Alignment alignment =
        Alignment.of(schema.incoming(), single, FieldHistory.EMPTY, NameMatching.CASE_SENSITIVE);
    return schema.compile(alignment, text.single());
  }
}
