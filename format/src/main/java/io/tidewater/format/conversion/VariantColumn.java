/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.conversion;

import io.tidewater.format.value.ValueVisitor;
import io.tidewater.format.value.VariantBuilder;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.variants.Variant;

/**
 * Takes every scalar as the variant that holds it. (A struct, list or map becomes a variant before
 * it gets here.)
 */
final class VariantColumn extends ScalarColumn {
  private final VariantBuilder variant = new VariantBuilder();

  VariantColumn(ValueVisitor next) {
    super("a variant", next);
  }

  @Override
  Fit fit(Type from) {
    return switch (from.typeId()) {
      case GEOMETRY, GEOGRAPHY, UNKNOWN -> Fit.NEVER;
      default -> Fit.ALWAYS;
    };
  }

  @Override
  public void booleanValue(boolean value) {
    variant.booleanValue(value);
    pass();
  }

  @Override
  public void intValue(int value) {
    variant.intValue(value);
    pass();
  }

  @Override
  public void longValue(long value) {
    variant.longValue(value);
    pass();
  }

  @Override
  public void floatValue(float value) {
    variant.floatValue(value);
    pass();
  }

  @Override
  public void doubleValue(double value) {
    variant.doubleValue(value);
    pass();
  }

  @Override
  public void decimalValue(BigDecimal value) {
    variant.decimalValue(value);
    pass();
  }

  @Override
  public void stringValue(String value) {
    variant.stringValue(value);
    pass();
  }

  @Override
  public void binaryValue(ByteBuffer value) {
    variant.binaryValue(value);
    pass();
  }

  @Override
  public void uuidValue(UUID value) {
    variant.uuidValue(value);
    pass();
  }

  @Override
  public void dateValue(int days) {
    variant.dateValue(days);
    pass();
  }

  @Override
  public void timeValue(long micros) {
    variant.timeValue(micros);
    pass();
  }

  @Override
  public void timestampValue(long micros) {
    variant.timestampValue(micros);
    pass();
  }

  @Override
  public void timestamptzValue(long micros) {
    variant.timestamptzValue(micros);
    pass();
  }

  @Override
  public void timestampNanosValue(long nanos) {
    variant.timestampNanosValue(nanos);
    pass();
  }

  @Override
  public void timestamptzNanosValue(long nanos) {
    variant.timestamptzNanosValue(nanos);
    pass();
  }

  @Override
  public void variantValue(Variant value) {
    next.variantValue(value);
  }

  private void pass() {
    next.variantValue(variant.finish());
  }
}
