/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.schema.follow;

import io.tidewater.compaction.policy.Policy;
import io.tidewater.format.ledger.Ledger;
import io.tidewater.format.ledger.LedgerSummary;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.util.SnapshotUtil;

/** Which topics feed a table, and under which subjects their schemas are registered. */
final class Topics {
  private Topics() {}

  /** The topics of the newest ledger on a branch; none if no snapshot carries one any more. */
  static List<String> of(Table table, String branch) {
    Snapshot head = table.snapshot(branch);
    if (head == null) {
      return List.of();
    }
    for (Snapshot snapshot : SnapshotUtil.ancestorsOf(head.snapshotId(), table::snapshot)) {
      Optional<Ledger> ledger = LedgerSummary.ledger(snapshot);
      if (ledger.isPresent()) {
        return List.copyOf(ledger.get().topics().keySet());
      }
    }
    return List.of();
  }

  /** The subjects that a policy names, in its order. */
  static Set<String> subjects(Policy policy, List<String> topics) {
    Set<String> subjects = new LinkedHashSet<>();
    for (String pattern : policy.get(FollowOptions.SUBJECTS)) {
      if (pattern.contains(FollowOptions.TOPIC)) {
        topics.forEach(topic -> subjects.add(pattern.replace(FollowOptions.TOPIC, topic)));
      } else {
        subjects.add(pattern);
      }
    }
    return subjects;
  }
}
