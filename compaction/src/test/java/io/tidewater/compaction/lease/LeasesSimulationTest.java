/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Members that join, die, freeze and come back, each with a clock of its own. */
class LeasesSimulationTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final List<String> TABLES =
      IntStream.range(0, 400).mapToObj(i -> "shop.t" + i).toList();

  private final MemoryBoard board = new MemoryBoard();
  private long nanos;

  /** What a catalog does, and forgets a sign now and then, as catalogs without locks do. */
  private static final class MemoryBoard implements Board {
    private final Map<String, String> signs = new HashMap<>();
    private Random forgetful = new Random(0);
    private int forgetOneIn = Integer.MAX_VALUE;

    @Override
    public Map<String, String> read() {
      return Map.copyOf(signs);
    }

    @Override
    public void write(String member, String sign) {
      if (forgetful.nextInt(forgetOneIn) != 1) {
        signs.put(member, sign);
      }
    }

    @Override
    public void remove(Collection<String> members) {
      signs.keySet().removeAll(members);
    }
  }

  /** A member whose clock began at an instant of its own. */
  private SharedLeases member(String name, long clockOffset) {
    return new SharedLeases(name, board, TIMEOUT, () -> nanos + clockOffset);
  }

  private void pass(Duration time) {
    nanos += time.toNanos();
  }

  private static long owned(SharedLeases member) {
    return TABLES.stream().filter(member::owns).count();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void everyTableHasExactlyOneOwnerOnceMembersAreSteady(long seed) {
    Random random = new Random(seed);
    board.forgetful = random;
    board.forgetOneIn = 8;
    List<SharedLeases> alive = new ArrayList<>();
    for (int round = 0; round < 60; round++) {
      if (alive.isEmpty() || random.nextInt(3) == 0) {
        alive.add(member("m" + round, random.nextLong() >> 2));
      } else if (alive.size() > 1 && random.nextInt(4) == 0) {
        SharedLeases leaving = alive.remove(random.nextInt(alive.size()));
        if (random.nextBoolean()) {
          leaving.leave();
        }
      }
      for (int beat = 0; beat < 10; beat++) {
        alive.forEach(member -> member.beat(Set.of()));
        pass(Duration.ofSeconds(10));
      }
      board.forgetOneIn = Integer.MAX_VALUE;
      alive.forEach(member -> member.beat(Set.of()));
      alive.forEach(member -> member.beat(Set.of()));
      board.forgetOneIn = 8;
      for (String table : TABLES) {
        assertThat(alive.stream().filter(member -> member.owns(table)).count())
            .as("seed %d, round %d, owners of %s among %d", seed, round, table, alive.size())
            .isEqualTo(1);
      }
    }
  }

  @Test
  void movesOnlyTheTablesOfTheDead() {
    List<SharedLeases> members = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      members.add(member("m" + i, 0));
    }
    for (int beat = 0; beat < 2; beat++) {
      members.forEach(member -> member.beat(Set.of()));
    }
    assertThat(members).allSatisfy(member -> assertThat(owned(member)).isBetween(60L, 140L));
    SharedLeases dead = members.remove(2);
    List<String> kept = TABLES.stream().filter(members.get(0)::owns).toList();

    for (int beat = 0; beat < 8; beat++) {
      pass(Duration.ofSeconds(10));
      members.forEach(member -> member.beat(Set.of()));
    }

    assertThat(members.get(0).members()).hasSize(3);
    assertThat(kept).allMatch(members.get(0)::owns);
    assertThat(members.stream().mapToLong(LeasesSimulationTest::owned).sum()).isEqualTo(400);
    assertThat(owned(dead)).as("what it thinks until it can look again").isPositive();
  }

  @Test
  void leavesATableToWhoWorksOnIt() {
    SharedLeases old = member("old", 0);
    old.beat(Set.of("shop.t1", "shop.t2", "shop.t3"));
    SharedLeases joined = member("joined", 0);
    joined.beat(Set.of());
    joined.beat(Set.of());

    assertThat(List.of("shop.t1", "shop.t2", "shop.t3")).noneMatch(joined::owns);

    old.beat(Set.of());
    joined.beat(Set.of());
    assertThat(owned(old) + owned(joined)).isEqualTo(400);
  }

  @Test
  void keepsItsOpinionWhileTheCatalogIsSilent() {
    SharedLeases member = member("alone", 0);
    member.beat(Set.of());
    pass(Duration.ofHours(5));

    assertThat(owned(member)).isEqualTo(400);
  }

  @Test
  void sweepsAwayTheSignsOfTheLongDead() {
    member("dead", 0).beat(Set.of());
    SharedLeases member = member("alive", 0);
    member.beat(Set.of());
    pass(TIMEOUT.multipliedBy(11));
    member.beat(Set.of());

    assertThat(board.read()).containsOnlyKeys("alive");
  }

  @Test
  void survivesSignsThatItDoesNotUnderstand() {
    board.write("stranger", "¿qué?");
    SharedLeases member = member("alive", 0);
    member.beat(Set.of());

    assertThat(member.members()).containsExactlyInAnyOrder("alive", "stranger");
  }
}
