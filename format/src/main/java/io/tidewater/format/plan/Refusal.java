/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.plan;

import io.tidewater.format.value.ValueMismatchException;

/**
 * Refuses every value: stands where record and table cannot meet, so that only records that have a
 * value there fail.
 *
 * @param expected what the table wants, as a noun
 * @param got what records have, as a noun
 */
public record Refusal(String expected, String got) implements ValueReader {
  @Override
  public void read(Object value) {
    throw new ValueMismatchException(expected, got);
  }
}
