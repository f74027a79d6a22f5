/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.format.value.QuietVisitor;
import io.tidewater.format.value.ValueMismatchException;
import io.tidewater.format.value.ValueVisitor;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What evolution is told of a pair of types is what then happens to values. */
final class FitTest {
  static Stream<Arguments> pairs() {
    Set<Type> types = Samples.BY_TYPE.keySet();
    return types.stream().flatMap(from -> types.stream().map(to -> Arguments.of(from, to)));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void promisesWhatHappensToValues(Type from, Type column) {
    List<Consumer<ValueVisitor>> values = Samples.BY_TYPE.getOrDefault(from, List.of());
    long fitting = values.stream().filter(value -> fits(value, column)).count();
    switch (Conversions.fit(from, column)) {
      case ALWAYS -> assertThat(fitting).isEqualTo(values.size());
      case BY_VALUE -> assertThat(fitting).isBetween(1L, values.size() - 1L);
      // 0.00 has no fraction to lose.
      case NEVER -> assertThat(fitting).isEqualTo(isFraction(from) && isNumber(column) ? 1 : 0);
    }
  }

  @Test
  void takesNestedValuesAsTextAndVariantOnly() {
    Type list = Types.ListType.ofOptional(1, Types.LongType.get());
    Set<Type> shapeless = Set.of(Types.StringType.get(), Types.VariantType.get());
    for (Type column : Samples.BY_TYPE.keySet()) {
      if (shapeless.contains(column)) {
        assertThat(Conversions.fit(list, column)).as(column.toString()).isEqualTo(Fit.ALWAYS);
      } else {
        assertThat(Conversions.fit(list, column)).as(column.toString()).isEqualTo(Fit.NEVER);
      }
    }
  }

  @Test
  void takesNothingIntoNestedColumns() {
    Type list = Types.ListType.ofOptional(1, Types.LongType.get());
    assertThat(Conversions.fit(Types.StringType.get(), list)).isEqualTo(Fit.NEVER);
  }

  private static boolean isFraction(Type type) {
    return type.equals(Types.DecimalType.of(3, 2));
  }

  private static boolean isNumber(Type type) {
    return switch (type.typeId()) {
      case INTEGER, LONG, DECIMAL -> true;
      default -> false;
    };
  }

  private static boolean fits(Consumer<ValueVisitor> value, Type column) {
    try {
      value.accept(Conversions.into(column, new QuietVisitor()));
      return true;
    } catch (ValueMismatchException e) {
      return false;
    }
  }
}
