/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/** A question to a starting server: does it serve yet? */
@FunctionalInterface
public interface Readiness {
  /**
   * Asks once, without waiting for a change.
   *
   * @return whether the server serves
   * @throws IOException if it cannot be asked yet, which counts as no
   */
  boolean isReady() throws IOException;

  /** Ready as soon as something accepts connections on a loopback port. */
  static Readiness port(int port) {
    return () -> {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return socket.isConnected();
      }
    };
  }
}
