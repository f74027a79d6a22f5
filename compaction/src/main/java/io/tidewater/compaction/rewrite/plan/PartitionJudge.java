/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.rewrite.plan;

import io.tidewater.compaction.observe.DeleteFacts;
import io.tidewater.compaction.observe.Partition;
import io.tidewater.compaction.observe.PartitionFacts;
import io.tidewater.compaction.observe.SizeClasses;
import io.tidewater.compaction.task.Estimate;
import io.tidewater.compaction.task.Finding.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Decides which partitions are worth rewriting. Pure. */
public final class PartitionJudge {
  private final JudgeRules rules;
  private final int currentSpecId;
  private final DeleteFacts global;
  private final Instant now;

  /**
   * @param currentSpecId the spec of new files
   * @param global deletes that apply to every partition
   */
  public PartitionJudge(JudgeRules rules, int currentSpecId, DeleteFacts global, Instant now) {
    this.rules = rules;
    this.currentSpecId = currentSpecId;
    this.global = global;
    this.now = now;
  }

  public Verdict judge(Partition partition, PartitionFacts facts) {
    if (facts.files() == 0) {
      return Verdict.none(partition, Decision.SKIP, "no data files");
    }
    Duration quiet = Duration.between(facts.lastChange(), now);
    boolean cold = quiet.compareTo(rules.busy().coldAfter()) >= 0;
    SizeClasses sizes = facts.sizes();
    int small = SizeClasses.below(rules.smallBelow());
    int merge = cold ? small : Tiers.toMerge(sizes, small, rules.busy().growth());
    List<Prospect> prospects = prospects(partition, facts, cold, merge);
    List<Prospect> worthwhile =
        prospects.stream()
            .filter(prospect -> prospect.estimate().gainPerByte() >= rules.minGain())
            .toList();
    if (worthwhile.isEmpty()) {
      return leave(partition, facts, prospects, cold);
    }
    long equality = facts.deletes().equalityBytes() + global.equalityBytes();
    if (equality > rules.deletes().maxEqualityBytes()) {
      return Verdict.none(
          partition,
          Decision.WAIT,
          Size.of(equality) + " of equality deletes have to be converted first");
    }
    return new Verdict(
        partition,
        Decision.DO,
        describe(worthwhile, quiet, cold),
        worthwhile.stream().map(Prospect::trigger).collect(Collectors.toSet()),
        SizeClasses.limit(Math.max(0, merge - 1)),
        estimate(worthwhile, facts));
  }

  private List<Prospect> prospects(
      Partition partition, PartitionFacts facts, boolean cold, int merge) {
    Prospects model = new Prospects(facts, rules);
    List<Prospect> prospects = new ArrayList<>();
    if (merge > 0 && (cold || facts.sizes().filesBelow(merge) >= rules.busy().minInputFiles())) {
      model.small(merge).ifPresent(prospects::add);
    }
    model.deletes().ifPresent(prospects::add);
    if (cold && rules.layout().oldSpecs() && partition.specId() != currentSpecId) {
      model.oldSpec().ifPresent(prospects::add);
    }
    if (rules.layout().sorts()) {
      Optional<Prospect> unsorted = cold ? model.unsorted() : Optional.empty();
      unsorted.ifPresent(prospects::add);
      model.overlap().ifPresent(prospects::add);
    }
    return prospects;
  }

  private Verdict leave(
      Partition partition, PartitionFacts facts, List<Prospect> prospects, boolean cold) {
    if (!prospects.isEmpty()) {
      Prospect best = prospects.get(0);
      return Verdict.none(
          partition,
          Decision.SKIP,
          String.format(
              Locale.ROOT,
              "%s, but that spares only %.4f bytes for each byte moved (rewrite.min-gain %s)",
              best.what(),
              best.estimate().gainPerByte(),
              rules.minGain()));
    }
    long files = facts.sizes().filesBelow(SizeClasses.below(rules.smallBelow()));
    if (files > 1 && !cold) {
      return Verdict.none(
          partition,
          Decision.WAIT,
          String.format(
              Locale.ROOT,
              "%d small files wait for more (rewrite.min-input-files %d, rewrite.growth %s) or for"
                  + " %s without new data",
              files,
              rules.busy().minInputFiles(),
              rules.busy().growth(),
              Span.of(rules.busy().coldAfter())));
    }
    return Verdict.none(
        partition,
        Decision.SKIP,
        facts.files() + " files of " + Size.of(facts.bytes()) + " are in good shape");
  }

  private String describe(List<Prospect> prospects, Duration quiet, boolean cold) {
    String reasons = prospects.stream().map(Prospect::what).collect(Collectors.joining("; "));
    return cold
        ? reasons + "; nothing came for " + Span.of(quiet) + ", so it is finished"
        : reasons;
  }

  /** Several reasons concern the same files. */
  private static Estimate estimate(List<Prospect> prospects, PartitionFacts facts) {
    Estimate sum =
        prospects.stream().map(Prospect::estimate).reduce(Estimate.NEGLIGIBLE, Estimate::plus);
    long bytes = Math.min(sum.bytesRead(), facts.bytes());
    return new Estimate(bytes, bytes, sum.filesBefore(), sum.filesAfter(), sum.gain());
  }
}
