/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.conversion;

import io.tidewater.format.value.ValueVisitor;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.apache.iceberg.types.Type;

/** Takes dates, ISO-8601 text, and whole numbers as days since 1970-01-01. */
final class DateColumn extends ScalarColumn {
  DateColumn(ValueVisitor next) {
    super("a date", next);
  }

  @Override
  Fit fit(Type from) {
    return switch (from.typeId()) {
      case INTEGER -> Fit.ALWAYS;
      case LONG, STRING -> Fit.BY_VALUE;
      default -> Fit.NEVER;
    };
  }

  @Override
  public void intValue(int value) {
    next.dateValue(value);
  }

  @Override
  public void longValue(long value) {
    if (value != (int) value) {
      throw refuse("the long", value);
    }
    next.dateValue((int) value);
  }

  @Override
  public void dateValue(int days) {
    next.dateValue(days);
  }

  @Override
  public void stringValue(String value) {
    try {
      next.dateValue(Math.toIntExact(LocalDate.parse(value).toEpochDay()));
    } catch (DateTimeException | ArithmeticException e) {
      throw refuse("the text", value);
    }
  }
}
