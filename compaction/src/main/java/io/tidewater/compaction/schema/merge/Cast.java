/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.schema.merge;

import io.tidewater.format.conversion.Conversions;
import io.tidewater.format.value.ValueVisitor;
import java.util.Optional;
import org.apache.iceberg.types.Type;
import org.jspecify.annotations.Nullable;

/**
 * Converts values of one type to another exactly as the sink would have, had they come for that
 * column: what came can be told from what is stored, or the value is refused. Not for use by
 * several threads at once.
 */
final class Cast {
  private final Type from;
  private final CaughtValue caught = new CaughtValue();
  private final ValueVisitor conversion;

  /** Both types are scalar. */
  Cast(Type from, Type to) {
    this.from = from;
    this.conversion = Conversions.into(to, caught);
  }

  /**
   * The value of the other type, as Iceberg's generic records have it.
   *
   * @throws io.tidewater.format.value.ValueMismatchException it would not survive
   */
  Object apply(Object value) {
    caught.forget();
    TypedEvents.send(from, value, conversion);
    @Nullable Object converted = caught.value();
    return Optional.ofNullable(converted)
        .orElseThrow(() -> new IllegalStateException("no value came of a " + from));
  }
}
