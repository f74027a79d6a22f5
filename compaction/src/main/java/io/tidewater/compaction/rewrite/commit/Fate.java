/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.rewrite.commit;

import java.util.List;
import java.util.Map;
import org.apache.iceberg.DeleteFile;

/** What a head makes of a finished group. */
public sealed interface Fate {
  FinishedGroup group();

  /**
   * It can be committed.
   *
   * @param lateDeletes position deletes and deletion vectors that came in the meantime and may
   *     apply to inputs, by the location of the input
   */
  record Lands(FinishedGroup group, Map<String, List<DeleteFile>> lateDeletes) implements Fate {
    public Lands {
      lateDeletes = Map.copyOf(lateDeletes);
    }
  }

  /** It has become void. */
  record Lost(FinishedGroup group, String reason) implements Fate {}
}
