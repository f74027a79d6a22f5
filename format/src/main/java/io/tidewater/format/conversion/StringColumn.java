/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.conversion;

import io.tidewater.format.value.JsonText;
import io.tidewater.format.value.ValueText;
import io.tidewater.format.value.ValueVisitor;
import io.tidewater.format.value.VariantContents;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.variants.Variant;

/**
 * Takes every scalar as its text: numbers as digits, dates and times in ISO-8601, bytes only if
 * they are UTF-8; a variant as JSON. (A struct, list or map becomes JSON before it gets here.)
 */
final class StringColumn extends ScalarColumn {
  StringColumn(ValueVisitor next) {
    super("a string", next);
  }

  @Override
  Fit fit(Type from) {
    return switch (from.typeId()) {
      case BINARY, FIXED -> Fit.BY_VALUE;
      case GEOMETRY, GEOGRAPHY, UNKNOWN -> Fit.NEVER;
      default -> Fit.ALWAYS;
    };
  }

  @Override
  public void booleanValue(boolean value) {
    next.stringValue(Boolean.toString(value));
  }

  @Override
  public void intValue(int value) {
    next.stringValue(Integer.toString(value));
  }

  @Override
  public void longValue(long value) {
    next.stringValue(Long.toString(value));
  }

  @Override
  public void floatValue(float value) {
    next.stringValue(Float.toString(value));
  }

  @Override
  public void doubleValue(double value) {
    next.stringValue(Double.toString(value));
  }

  @Override
  public void decimalValue(BigDecimal value) {
    next.stringValue(ValueText.decimal(value));
  }

  @Override
  public void stringValue(String value) {
    next.stringValue(value);
  }

  @Override
  public void binaryValue(ByteBuffer value) {
    try {
      // A fresh decoder reports what is malformed, where the String constructor would replace it.
      next.stringValue(StandardCharsets.UTF_8.newDecoder().decode(value.duplicate()).toString());
    } catch (CharacterCodingException e) {
      throw refuse("bytes that are no UTF-8, of length", value.remaining());
    }
  }

  @Override
  public void uuidValue(UUID value) {
    next.stringValue(value.toString());
  }

  @Override
  public void dateValue(int days) {
    next.stringValue(ValueText.date(days));
  }

  @Override
  public void timeValue(long micros) {
    next.stringValue(ValueText.timeMicros(micros));
  }

  @Override
  public void timestampValue(long micros) {
    next.stringValue(ValueText.timestampMicros(micros));
  }

  @Override
  public void timestamptzValue(long micros) {
    next.stringValue(ValueText.timestampMicros(micros) + "Z");
  }

  @Override
  public void timestampNanosValue(long nanos) {
    next.stringValue(ValueText.timestampNanos(nanos));
  }

  @Override
  public void timestamptzNanosValue(long nanos) {
    next.stringValue(ValueText.timestampNanos(nanos) + "Z");
  }

  @Override
  public void variantValue(Variant value) {
    JsonText json = new JsonText();
    json.begin();
    VariantContents.emit(value, json);
    next.stringValue(json.finish());
  }
}
