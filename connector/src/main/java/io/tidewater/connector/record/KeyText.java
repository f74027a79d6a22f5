/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.record;

import io.tidewater.format.column.KeyType;
import io.tidewater.format.conversion.Conversions;
import io.tidewater.format.value.JsonText;
import io.tidewater.format.value.QuietVisitor;
import io.tidewater.format.value.ValueVisitor;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Collects one key: the JSON of a record, or the only value in a struct. */
final class KeyText {
  private final Captured captured = new Captured();
  private final JsonText json = new JsonText();
  private final ValueVisitor into;
  private boolean isRecord;

  KeyText(KeyType column) {
    this.into = Conversions.into(column.type(), captured);
  }

  /** Told the events of a key that is a record. */
  JsonText json() {
    return json;
  }

  /** Told the events of a struct around a key that is of the column's type. */
  ValueVisitor single() {
    return captured;
  }

  void begin(boolean record) {
    isRecord = record;
    captured.value = null;
    json.begin();
  }

  @Nullable Object finish() {
    if (isRecord) {
      into.stringValue(json.finish());
    }
    return captured.value;
  }

  private static final class Captured extends QuietVisitor {
    private @Nullable Object value;

    @Override
    public void stringValue(String text) {
      value = text;
    }

    @Override
    public void binaryValue(ByteBuffer bytes) {
      value = bytes;
    }
  }
}
