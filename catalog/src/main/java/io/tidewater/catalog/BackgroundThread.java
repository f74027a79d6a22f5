/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Runs what no client waits for. Work that comes while the server stops is left out. */
final class BackgroundThread {
  private static final int GRACE_SECONDS = 5;

  private BackgroundThread() {}

  static ThreadPoolExecutor start() {
    return new ThreadPoolExecutor(
        1,
        1,
        0,
        TimeUnit.SECONDS,
        new LinkedBlockingQueue<>(),
        task -> {
          Thread thread = new Thread(task, "catalog-background");
          thread.setDaemon(true);
          return thread;
        },
        new ThreadPoolExecutor.DiscardPolicy());
  }

  /** Waits for the work at hand; purges that are cut off are carried on at the next start. */
  static void stop(ThreadPoolExecutor background) throws InterruptedException {
    background.shutdown();
    if (!background.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS)) {
      background.shutdownNow();
    }
  }
}
