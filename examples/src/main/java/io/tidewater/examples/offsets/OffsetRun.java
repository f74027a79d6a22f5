/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.offsets;

/** Neighbouring offsets, both ends inclusive, as a person would write them down. */
public record OffsetRun(long first, long last) {
  @Override
  public String toString() {
    return first == last ? Long.toString(first) : first + "-" + last;
  }
}
