/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.lease;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Shares tables over a {@link Board}. A table is owned by the live member that wins its rendezvous,
 * and left alone while a task of another live member still runs on it. Who cannot reach the board
 * keeps the opinion that it had.
 */
public final class SharedLeases implements Leases {
  private final String self;
  private final Board board;
  private final LongSupplier nanoTime;
  private final Liveness liveness;
  private long beats;
  private volatile View view;

  /**
   * @param self an id that no other process has, ever
   * @param nanoTime a clock that only goes forward, in nanoseconds
   */
  public SharedLeases(String self, Board board, Duration timeout, LongSupplier nanoTime) {
    this.self = self;
    this.board = board;
    this.nanoTime = nanoTime;
    this.liveness = new Liveness(timeout);
    this.view = new View(Set.of(self), Set.of());
  }

  /** What this member thinks of the others. */
  private record View(Set<String> members, Set<String> busyElsewhere) {}

  @Override
  public boolean owns(String table) {
    View current = view;
    return !current.busyElsewhere().contains(table)
        && Rendezvous.owner(table, current.members()).filter(self::equals).isPresent();
  }

  @Override
  public synchronized void beat(Set<String> busy) {
    board.write(self, new Sign(++beats, busy).text());
    Map<String, String> signs = board.read();
    long now = nanoTime.getAsLong();
    liveness.observe(signs, now);
    Set<String> alive = new HashSet<>(liveness.alive(now));
    alive.add(self);
    Set<String> busyElsewhere = new HashSet<>();
    signs.forEach(
        (member, sign) -> {
          if (alive.contains(member) && !member.equals(self)) {
            busyElsewhere.addAll(Sign.parse(sign).busy());
          }
        });
    view = new View(Set.copyOf(alive), Set.copyOf(busyElsewhere));
    Set<String> longDead = liveness.longDead(now);
    if (!longDead.isEmpty()) {
      board.remove(longDead);
    }
  }

  @Override
  public Set<String> members() {
    return view.members();
  }

  @Override
  public synchronized void leave() {
    board.remove(List.of(self));
  }
}
