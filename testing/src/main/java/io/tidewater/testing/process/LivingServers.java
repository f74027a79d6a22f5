/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.process;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The servers that this process has running, stopped in reverse order when it exits. */
final class LivingServers {
  private static final Duration GRACE = Duration.ofSeconds(5);
  private static final LivingServers INSTANCE = new LivingServers();

  private final Deque<ServerProcess> latestFirst = new ArrayDeque<>();

  private LivingServers() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::stopAll, "stop-servers"));
  }

  static LivingServers instance() {
    return INSTANCE;
  }

  synchronized void add(ServerProcess server) {
    latestFirst.addFirst(server);
  }

  synchronized void remove(ServerProcess server) {
    latestFirst.remove(server);
  }

  private void stopAll() {
    List<ServerProcess> servers;
    synchronized (this) {
      servers = List.copyOf(latestFirst);
    }
    servers.forEach(server -> server.stop(GRACE));
  }
}
