/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.quickstart;

import io.tidewater.examples.connection.Endpoints;
import io.tidewater.examples.connection.StateFile;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * What a run leaves behind, and takes away again when it ends: the servers, the state file and the
 * folder.
 *
 * <p>A signal ends the run too. Then the thread of the run is interrupted and held still until the
 * process is gone: it must start nothing more, and has nothing to say about servers that vanish
 * under it.
 */
final class Stage implements AutoCloseable {
  private static final long SECONDS_TO_HOLD_STILL = 5;

  private final WorkFolder folder;
  private final Stack stack;
  private final StateFile state;
  private final Narrator narrator;
  private final CountDownLatch heldStill = new CountDownLatch(1);
  private volatile boolean cutShort;
  private volatile boolean shown;
  private boolean cleared;

  Stage(WorkFolder folder, Stack stack, StateFile state, Narrator narrator) {
    this.folder = folder;
    this.stack = stack;
    this.state = state;
    this.narrator = narrator;
  }

  /** Clears up as well when the process is told to end. To be called by the thread of the run. */
  void clearOnSignal() {
    Thread run = Thread.currentThread();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> cutShort(run), "clear-quickstart"));
  }

  WorkFolder folder() {
    return folder;
  }

  Stack stack() {
    return stack;
  }

  /** Lets {@code sql} and {@code verify} find the servers. */
  void announce(Endpoints endpoints) {
    state.write(endpoints);
  }

  /** Stays as it is until a signal comes; the run has succeeded by then. */
  void keepUp() {
    shown = true;
    holdStill();
  }

  /** A failure while a signal ends the process is no news: waits for the end instead. */
  void holdStillIfCutShort() {
    if (cutShort) {
      holdStill();
    }
  }

  @Override
  public synchronized void close() {
    if (!cleared) {
      cleared = true;
      stack.close();
      state.remove();
      folder.discard();
    }
  }

  private synchronized boolean isCleared() {
    return cleared;
  }

  private void cutShort(Thread run) {
    if (isCleared()) {
      return;
    }
    cutShort = true;
    narrator.say("\nStopping everything …");
    run.interrupt();
    try {
      if (!heldStill.await(SECONDS_TO_HOLD_STILL, TimeUnit.SECONDS)) {
        narrator.say("The run does not stop by itself; its servers are stopped under it.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    close();
    if (shown) {
      Runtime.getRuntime().halt(0);
    }
  }

  private void holdStill() {
    heldStill.countDown();
    while (true) {
      // Parking returns at once as long as the thread counts as interrupted.
      Thread.interrupted();
      LockSupport.park(this);
    }
  }
}
