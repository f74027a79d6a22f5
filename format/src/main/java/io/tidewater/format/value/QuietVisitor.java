/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.value;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.apache.iceberg.variants.Variant;

/** Hears every event and does nothing; extend it to listen to some. */
public class QuietVisitor implements ValueVisitor {

  @Override
  public void nullValue() {}

  @Override
  public void booleanValue(boolean value) {}

  @Override
  public void intValue(int value) {}

  @Override
  public void longValue(long value) {}

  @Override
  public void floatValue(float value) {}

  @Override
  public void doubleValue(double value) {}

  @Override
  public void decimalValue(BigDecimal value) {}

  @Override
  public void stringValue(String value) {}

  @Override
  public void binaryValue(ByteBuffer value) {}

  @Override
  public void fixedValue(byte[] value) {}

  @Override
  public void uuidValue(UUID value) {}

  @Override
  public void dateValue(int days) {}

  @Override
  public void timeValue(long micros) {}

  @Override
  public void timestampValue(long micros) {}

  @Override
  public void timestamptzValue(long micros) {}

  @Override
  public void timestampNanosValue(long nanos) {}

  @Override
  public void timestamptzNanosValue(long nanos) {}

  @Override
  public void variantValue(Variant value) {}

  @Override
  public void startStruct() {}

  @Override
  public void field(int position, String name) {}

  @Override
  public void endStruct() {}

  @Override
  public void startList(int size) {}

  @Override
  public void endList() {}

  @Override
  public void startMap(int size) {}

  @Override
  public void endMap() {}
}
