/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.connect;

import io.tidewater.testing.jars.Stack;

/** The releases of Kafka Connect that a worker can be. */
public enum ConnectVersion {
  /** The newest release, which goes with the broker of these fixtures. */
  NEWEST(Stack.CONNECT),
  /** The oldest release that the plugin must load on. */
  V3_8(Stack.CONNECT_3_8);

  private final Stack stack;

  ConnectVersion(Stack stack) {
    this.stack = stack;
  }

  Stack stack() {
    return stack;
  }
}
