/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.rewrite.plan;

import io.tidewater.compaction.observe.DeleteFacts;
import io.tidewater.compaction.observe.LayoutFacts;
import io.tidewater.compaction.observe.PartitionFacts;
import io.tidewater.compaction.observe.SizeClasses;
import io.tidewater.compaction.task.Estimate;
import java.util.Locale;
import java.util.Optional;

/** The cost model: what each reason to rewrite a partition would cost and bring. */
final class Prospects {
  /** What share of a read an order spares, as a guess that serves to weigh. */
  private static final double ORDER_SPARES = 0.5;

  /** The same for a newer partition spec. */
  private static final double SPEC_SPARES = 0.1;

  private final PartitionFacts facts;
  private final JudgeRules rules;

  Prospects(PartitionFacts facts, JudgeRules rules) {
    this.facts = facts;
    this.rules = rules;
  }

  /**
   * Fewer files.
   *
   * @param classes how many size classes are rewritten together
   */
  Optional<Prospect> small(int classes) {
    SizeClasses sizes = facts.sizes();
    long files = sizes.filesBelow(classes);
    long bytes = sizes.bytesBelow(classes);
    long after = filesOf(bytes);
    if (files <= after) {
      return Optional.empty();
    }
    return Optional.of(
        Prospect.of(
            Trigger.SMALL,
            String.format(
                Locale.ROOT, "%d small files of %s become %d", files, Size.of(bytes), after),
            bytes,
            new Prospect.Files(files, after),
            (double) (files - after) * Estimate.OPEN_FILE_COST));
  }

  /** Deleted rows gone. */
  Optional<Prospect> deletes() {
    DeleteFacts deletes = facts.deletes();
    double ratio = (double) deletes.positionRows() / Math.max(1, facts.records());
    if (ratio < rules.deletes().ratio() || facts.files() == 0) {
      return Optional.empty();
    }
    long files = deletes.vectors() + deletes.positionFiles();
    return Optional.of(
        Prospect.of(
            Trigger.DELETES,
            String.format(
                Locale.ROOT,
                "%.0f%% of %d rows are deleted, by %d delete files",
                Math.min(1, ratio) * 100,
                facts.records(),
                files),
            facts.bytes(),
            new Prospect.Files(facts.files() + files, filesOf(facts.bytes())),
            Math.min(1, ratio) * facts.bytes() + (double) files * Estimate.OPEN_FILE_COST));
  }

  /** Files in the table's order that were not. */
  Optional<Prospect> unsorted() {
    LayoutFacts layout = facts.layout();
    if (layout.unsortedFiles() == 0) {
      return Optional.empty();
    }
    return Optional.of(
        Prospect.of(
            Trigger.UNSORTED,
            String.format(
                Locale.ROOT,
                "%d files of %s are not sorted",
                layout.unsortedFiles(),
                Size.of(layout.unsortedBytes())),
            layout.unsortedBytes(),
            new Prospect.Files(layout.unsortedFiles(), filesOf(layout.unsortedBytes())),
            ORDER_SPARES * layout.unsortedBytes()));
  }

  /** Sorted files merged where they overlap. */
  Optional<Prospect> overlap() {
    double depth = facts.layout().averageDepth();
    // Groups that are sorted each for itself overlap each other afterwards.
    double depthAfter = Math.ceil((double) facts.bytes() / rules.layout().groupBytes());
    if (depth < rules.layout().overlapDepth() || depthAfter > depth / 2) {
      return Optional.empty();
    }
    return Optional.of(
        Prospect.of(
            Trigger.OVERLAP,
            String.format(Locale.ROOT, "a sorted value is in %.1f files on average", depth),
            facts.bytes(),
            new Prospect.Files(facts.files(), filesOf(facts.bytes())),
            ORDER_SPARES * (1 - depthAfter / depth) * facts.bytes()));
  }

  /** Files by the newest spec. */
  Optional<Prospect> oldSpec() {
    if (facts.files() == 0) {
      return Optional.empty();
    }
    return Optional.of(
        Prospect.of(
            Trigger.OLD_SPEC,
            String.format(Locale.ROOT, "%d files have an older partition spec", facts.files()),
            facts.bytes(),
            new Prospect.Files(facts.files(), filesOf(facts.bytes())),
            SPEC_SPARES * facts.bytes()));
  }

  private long filesOf(long bytes) {
    return Math.max(1, (bytes + rules.targetBytes() - 1) / rules.targetBytes());
  }
}
