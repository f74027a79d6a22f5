/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.fault;

import java.io.Serializable;

/**
 * What meets a process on its way. Each effect that it has outside of itself is a step, if it is of
 * the thread that made this: what the library's pool does, it does in no certain order.
 */
final class Fate implements Serializable {
  private final Turn turn;
  private final transient Thread thread = Thread.currentThread();
  private int steps;
  private volatile boolean dead;

  private Fate(Turn turn) {
    this.turn = turn;
  }

  /** Something that happens at a step; what it throws, the step throws. */
  @FunctionalInterface
  interface Turn extends Serializable {
    void at(int step, String what);
  }

  static Fate kind() {
    return new Fate((step, what) -> {});
  }

  static Fate of(Turn turn) {
    return new Fate(turn);
  }

  /** A kill at the step of a number, from 1. */
  static Fate killedAt(int fatal) {
    return new Fate(
        (step, what) -> {
          if (step == fatal) {
            throw new Killed(what);
          }
        });
  }

  /** How many steps were begun. */
  int steps() {
    return steps;
  }

  boolean isDead() {
    return dead;
  }

  void step(String what) {
    live();
    if (Thread.currentThread() != thread) {
      return;
    }
    steps++;
    try {
      turn.at(steps, what);
    } catch (Killed e) {
      dead = true;
      throw e;
    }
  }

  /** Whatever a process does needs that it lives. */
  void live() {
    if (dead) {
      throw new Killed("an earlier step");
    }
  }
}
