/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.soak;

import java.nio.charset.StandardCharsets;

/** Numbered records, one partition after the other. */
final class NumberedFlow implements Flow.Source {
  private final int partitions;
  private long number;

  NumberedFlow(int partitions) {
    this.partitions = partitions;
  }

  @Override
  public Flow.Item next() {
    number++;
    byte[] value =
        "{\"number\":%d,\"at\":\"%s\"}"
            .formatted(number, Long.toHexString(number * 131))
            .getBytes(StandardCharsets.UTF_8);
    return new Flow.Item((int) (number % partitions), null, value);
  }
}
