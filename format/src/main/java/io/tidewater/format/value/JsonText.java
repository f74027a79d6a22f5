/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.value;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import org.apache.iceberg.variants.Variant;

/**
 * Values as JSON text on one line: fields in the order of their events, bytes as Base64, dates and
 * times in ISO-8601, numbers that JSON lacks ({@code NaN}) as strings. A map is an object whose
 * member names are the keys' text; a key that is a struct, list or map is refused.
 */
public final class JsonText implements ValueVisitor {
  private static final JsonFactory JSON = JsonFactory.builder().build();
  private static final int DEEPEST = 1000;

  private StringWriter text = new StringWriter();
  private JsonGenerator json = generator(text);
  private boolean[] map = new boolean[16];
  private int depth;
  private boolean keyNext;

  /** Starts anew, whatever became of the value before. */
  public void begin() {
    text = new StringWriter();
    json = generator(text);
    depth = 0;
    keyNext = false;
  }

  /** The text of the value whose events came since {@link #begin()}. */
  public String finish() {
    write(JsonGenerator::close);
    return text.toString();
  }

  @Override
  public void nullValue() {
    if (keyNext) {
      throw new ValueMismatchException("a map key", "null");
    }
    write(JsonGenerator::writeNull);
    keyNext = map[depth];
  }

  @Override
  public void booleanValue(boolean value) {
    scalar(Boolean.toString(value), () -> json.writeBoolean(value));
  }

  @Override
  public void intValue(int value) {
    longValue(value);
  }

  @Override
  public void longValue(long value) {
    scalar(Long.toString(value), () -> json.writeNumber(value));
  }

  @Override
  public void floatValue(float value) {
    scalar(Float.toString(value), () -> json.writeNumber(value));
  }

  @Override
  public void doubleValue(double value) {
    scalar(Double.toString(value), () -> json.writeNumber(value));
  }

  @Override
  public void decimalValue(BigDecimal value) {
    scalar(ValueText.decimal(value), () -> json.writeNumber(value));
  }

  @Override
  public void stringValue(String value) {
    scalar(value, () -> json.writeString(value));
  }

  @Override
  public void binaryValue(ByteBuffer value) {
    byte[] bytes = new byte[value.remaining()];
    value.duplicate().get(bytes);
    fixedValue(bytes);
  }

  @Override
  public void fixedValue(byte[] value) {
    stringValue(Base64.getEncoder().encodeToString(value));
  }

  @Override
  public void uuidValue(UUID value) {
    stringValue(value.toString());
  }

  @Override
  public void dateValue(int days) {
    stringValue(ValueText.date(days));
  }

  @Override
  public void timeValue(long micros) {
    stringValue(ValueText.timeMicros(micros));
  }

  @Override
  public void timestampValue(long micros) {
    stringValue(ValueText.timestampMicros(micros));
  }

  @Override
  public void timestamptzValue(long micros) {
    stringValue(ValueText.timestampMicros(micros) + "Z");
  }

  @Override
  public void timestampNanosValue(long nanos) {
    stringValue(ValueText.timestampNanos(nanos));
  }

  @Override
  public void timestamptzNanosValue(long nanos) {
    stringValue(ValueText.timestampNanos(nanos) + "Z");
  }

  @Override
  public void variantValue(Variant value) {
    VariantContents.emit(value, this);
  }

  @Override
  public void startStruct() {
    open(false);
    write(JsonGenerator::writeStartObject);
  }

  @Override
  public void field(int position, String name) {
    write(generator -> generator.writeFieldName(name));
  }

  @Override
  public void endStruct() {
    write(JsonGenerator::writeEndObject);
    close();
  }

  @Override
  public void startList(int size) {
    open(false);
    write(JsonGenerator::writeStartArray);
  }

  @Override
  public void endList() {
    write(JsonGenerator::writeEndArray);
    close();
  }

  @Override
  public void startMap(int size) {
    open(true);
    write(JsonGenerator::writeStartObject);
  }

  @Override
  public void endMap() {
    write(JsonGenerator::writeEndObject);
    close();
  }

  private void scalar(String asKey, Write asValue) {
    if (keyNext) {
      write(generator -> generator.writeFieldName(asKey));
      keyNext = false;
    } else {
      write(generator -> asValue.run());
      keyNext = map[depth];
    }
  }

  private void open(boolean isMap) {
    if (keyNext) {
      throw new ValueMismatchException("a map key with a text form", "a nested value as map key");
    }
    if (depth == DEEPEST) {
      throw new ValueMismatchException("at most " + DEEPEST + " levels", "deeper nesting");
    }
    depth++;
    if (depth == map.length) {
      map = Arrays.copyOf(map, 2 * depth);
    }
    map[depth] = isMap;
    keyNext = isMap;
  }

  private void close() {
    depth--;
    keyNext = map[depth];
  }

  private void write(GeneratorWrite action) {
    try {
      action.run(json);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
  }

  private static JsonGenerator generator(StringWriter target) {
    try {
      return JSON.createGenerator(target);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
  }

  private interface Write {
    void run() throws IOException;
  }

  private interface GeneratorWrite {
    void run(JsonGenerator generator) throws IOException;
  }
}
