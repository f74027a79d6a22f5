/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.kafka;

import java.util.Locale;
import org.apache.kafka.common.IsolationLevel;

/** Which records of transactions count; the names are the values of Kafka's option. */
public enum Isolation {
  /**
   * Those of aborted and open transactions too: what a Connect sink reads unless told otherwise.
   */
  READ_UNCOMMITTED(IsolationLevel.READ_UNCOMMITTED),
  /** Only those of committed transactions. */
  READ_COMMITTED(IsolationLevel.READ_COMMITTED);

  private final IsolationLevel level;

  Isolation(IsolationLevel level) {
    this.level = level;
  }

  IsolationLevel level() {
    return level;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
