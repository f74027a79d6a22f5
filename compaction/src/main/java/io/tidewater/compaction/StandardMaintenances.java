/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction;

import io.tidewater.compaction.assess.Maintenances;
import java.util.List;

/** All kinds of maintenance that the service does. */
final class StandardMaintenances {
  private StandardMaintenances() {}

  static Maintenances all() {
    return new Maintenances(List.of());
  }
}
