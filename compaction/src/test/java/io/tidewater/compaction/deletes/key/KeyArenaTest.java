/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.deletes.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KeyArenaTest {
  private final KeyBuffer key = new KeyBuffer();

  private KeyBuffer key(int group, long value) {
    key.clear();
    key.putLong(value);
    key.group(group);
    return key;
  }

  private KeyBuffer key(int group, String text) {
    key.clear();
    key.putBytes(text.getBytes(StandardCharsets.UTF_8));
    key.group(group);
    return key;
  }

  @Test
  void keepsTheHighestSequenceNumberOfEachKey() {
    for (long seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      KeyArena arena = new KeyArena(64L << 20);
      Map<String, Long> model = new HashMap<>();
      for (int i = 0; i < 5_000; i++) {
        int group = random.nextInt(3);
        String text = "k".repeat(random.nextInt(4)) + random.nextInt(2_000);
        long sequenceNumber = random.nextInt(100);
        assertThat(arena.add(key(group, text), sequenceNumber)).isTrue();
        model.merge(group + "/" + text, sequenceNumber, Math::max);
      }
      assertThat(arena.size()).as("seed %s", seed).isEqualTo(model.size());
      for (int group = 0; group < 4; group++) {
        for (int i = 0; i < 2_100; i++) {
          assertThat(arena.sequenceNumber(key(group, "k" + i)))
              .as("seed %s", seed)
              .isEqualTo(model.getOrDefault(group + "/k" + i, -1L));
        }
      }
    }
  }

  @Test
  void staysWithinItsBudgetAndForgetsNothingUntilItIsFull() {
    for (long budget : new long[] {100_000, 1 << 20, 10 << 20}) {
      KeyArena arena = new KeyArena(budget);
      long keys = 0;
      while (arena.add(key(0, keys), keys)) {
        keys++;
        assertThat(arena.bytes()).isLessThanOrEqualTo(budget);
      }
      assertThat(keys).isGreaterThan(budget / 80);
      for (long i = 0; i < keys; i++) {
        assertThat(arena.sequenceNumber(key(0, i))).isEqualTo(i);
      }
      assertThat(arena.add(key(0, keys - 1), keys + 7)).as("a key that is there").isTrue();
      assertThat(arena.sequenceNumber(key(0, keys - 1))).isEqualTo(keys + 7);
    }
  }

  @Test
  void usesItsHeapAgain() {
    KeyArena arena = new KeyArena(1 << 20);
    long first = fill(arena, 0);
    long bytes = arena.bytes();
    arena.clear();
    assertThat(arena.sequenceNumber(key(0, 1))).isEqualTo(-1);

    assertThat(fill(arena, 1_000_000)).isEqualTo(first);
    assertThat(arena.bytes()).isEqualTo(bytes);
  }

  private long fill(KeyArena arena, long from) {
    long next = from;
    while (arena.add(key(0, next), 1)) {
      next++;
    }
    return next - from;
  }

  @Test
  void takesOneKeyHoweverLong() {
    KeyArena arena = new KeyArena(100_000);
    String text = "x".repeat(300_000);

    assertThat(arena.add(key(0, text), 5)).isTrue();
    assertThat(arena.add(key(0, 1), 5)).isFalse();
    assertThat(arena.sequenceNumber(key(0, text))).isEqualTo(5);

    arena.clear();
    assertThat(arena.add(key(0, 1), 6)).isTrue();
    assertThat(arena.bytes()).isLessThan(100_000);
  }

  @Test
  void tellsKeysApartThatLookAlike() {
    KeyArena arena = new KeyArena(1 << 20);
    key.clear();
    key.putNull();
    key.putNull();
    key.group(0);
    arena.add(key, 1);
    key.clear();
    key.putBytes(new byte[] {'a', 'b'});
    key.putBytes(new byte[] {});
    key.group(0);
    arena.add(key, 2);
    key.clear();
    key.putBytes(new byte[] {'a'});
    key.putBytes(new byte[] {'b'});
    key.group(0);
    assertThat(arena.sequenceNumber(key)).isEqualTo(-1);
    key.clear();
    key.putDouble(0.0);
    key.group(0);
    arena.add(key, 3);
    key.clear();
    key.putDouble(-0.0);
    key.group(0);
    assertThat(arena.sequenceNumber(key)).isEqualTo(-1);
  }
}
