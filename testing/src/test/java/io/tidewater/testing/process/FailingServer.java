/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.process;

/** A child process for tests that exits at once, with a reason in its log. */
public final class FailingServer {
  private FailingServer() {}

  public static void main(String[] arguments) {
    System.err.println("the disk is made of cheese");
    System.exit(1);
  }
}
