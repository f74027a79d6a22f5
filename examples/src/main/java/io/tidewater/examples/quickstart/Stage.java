/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.quickstart;

import io.tidewater.examples.connection.Endpoints;
import io.tidewater.examples.connection.StateFile;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What a run leaves behind, and takes away again when it ends: the servers, the state file and the
 * folder. A signal ends the run too; then the thread of the run is held still until the process is
 * gone, so that it has nothing to say about servers that vanish under it.
 */
final class Stage implements AutoCloseable {
  private final WorkFolder folder;
  private final Stack stack;
  private final StateFile state;
  private final Narrator narrator;
  private final AtomicBoolean cutShort = new AtomicBoolean();
  private volatile boolean shown;
  private boolean cleared;

  Stage(WorkFolder folder, Stack stack, StateFile state, Narrator narrator) {
    this.folder = folder;
    this.stack = stack;
    this.state = state;
    this.narrator = narrator;
  }

  /** Clears up as well when the process is told to end. */
  void clearOnSignal() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::end, "clear-quickstart"));
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
    if (cutShort.get()) {
      holdStill();
    }
  }

  @Override
  public void close() {
    clear();
  }

  private synchronized void clear() {
    if (!cleared) {
      cleared = true;
      stack.close();
      state.remove();
      folder.discard();
    }
  }

  private void end() {
    synchronized (this) {
      if (cleared) {
        return;
      }
      cutShort.set(true);
    }
    narrator.say("\nStopping everything …");
    clear();
    if (shown) {
      Runtime.getRuntime().halt(0);
    }
  }

  private static void holdStill() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
