/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.soak;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Changes of things that have keys: most of them new values, some of them ends. Knows what each key
 * is in the end.
 */
final class KeyedFlow implements Flow.Source {
  private static final int KEYS = 4_000;
  private static final int TOMBSTONE_PERCENT = 15;

  private final Random random;
  private final int partitions;
  private final Map<String, Long> latest = new HashMap<>();
  private long number;

  KeyedFlow(Random random, int partitions) {
    this.random = random;
    this.partitions = partitions;
  }

  @Override
  public Flow.Item next() {
    // Some keys change all the time, most of them seldom.
    int index = Math.min(random.nextInt(KEYS), random.nextInt(KEYS));
    String key = "k" + index;
    number++;
    boolean ends = random.nextInt(100) < TOMBSTONE_PERCENT;
    if (ends) {
      latest.remove(key);
    } else {
      latest.put(key, number);
    }
    return new Flow.Item(index % partitions, bytes(key), ends ? null : value(number));
  }

  /** The number of the last value of each key that has not ended. Ask when the flow has ended. */
  Map<String, Long> latest() {
    return latest;
  }

  private static byte[] value(long number) {
    return bytes(
        "{\"number\":%d,\"text\":\"%s\"}".formatted(number, Long.toHexString(number * 31)));
  }

  private static byte @Nullable [] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
