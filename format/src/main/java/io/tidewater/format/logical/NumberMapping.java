/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.logical;

import io.tidewater.format.value.ValueVisitor;
import org.apache.iceberg.types.Type;

/**
 * How a whole number with a meaning is stored.
 *
 * @param type the type of its column
 * @param emitted the type that its events are of; the column's conversion does the rest
 * @param event tells a visitor the number's value
 */
public record NumberMapping(Type type, Type emitted, Event event) {
  /** Hands a number on as exactly one scalar event. */
  public interface Event {
    /**
     * Hands a number on.
     *
     * @throws io.tidewater.format.value.ValueMismatchException if it is beyond what it should mean
     */
    void tell(long number, ValueVisitor receiver);
  }
}
