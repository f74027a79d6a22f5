/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.connect;

/** The states that Kafka Connect reports for connectors and tasks. */
public enum RunState {
  UNASSIGNED,
  RUNNING,
  PAUSED,
  FAILED,
  RESTARTING,
  STOPPED,
  DESTROYED
}
