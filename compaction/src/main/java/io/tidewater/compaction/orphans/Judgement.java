/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.orphans;

import io.tidewater.compaction.storage.NamedFiles;
import io.tidewater.compaction.task.TaskContext;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.Table;

/**
 * Takes down what became of each file, and whether something among them speaks against deleting
 * any: metadata of another table, or no sight of the table's own.
 */
final class Judgement implements Difference.Court {
  private final Table table;
  private final Buckets<Suspect> suspects;
  private final TaskContext context;
  private final MetadataOwner owners;
  private final Map<Verdict, Tally> tallies = new EnumMap<>(Verdict.class);
  private final List<String> foreign = new ArrayList<>();
  private boolean namedSeen;

  Judgement(Table table, Buckets<Suspect> suspects, TaskContext context) {
    this.table = table;
    this.suspects = suspects;
    this.context = context;
    this.owners = new MetadataOwner(table.io());
  }

  @Override
  public void judged(int bucket, ListedFile file, Verdict verdict) {
    tallies.computeIfAbsent(verdict, unused -> new Tally()).add(file);
    switch (verdict) {
      case LIVE, NAMED_ELSEWHERE -> namedSeen = true;
      case YOUNG -> askWhose(file);
      case SUSPECT -> {
        askWhose(file);
        suspects.add(bucket, new Suspect(file, false));
      }
      // It was asked when it came on the list.
      case CONDEMNED -> suspects.add(bucket, new Suspect(file, true));
      default -> throw new IllegalStateException("no verdict: " + verdict);
    }
  }

  Buckets<Suspect> suspects() {
    return suspects;
  }

  /** Why nothing may be deleted, with what to do; empty if nothing speaks against it. */
  Optional<String> objection() {
    if (!foreign.isEmpty()) {
      return Optional.of(
          "metadata files of another table lie in this table's folders, and its other files may as"
              + " well, such as "
              + foreign.get(0)
              + ": move the tables apart");
    }
    if (!namedSeen) {
      return Optional.of(
          "the listing shows no single file that the table's metadata names, not even "
              + NamedFiles.metadataFile(table)
              + ", so it cannot be trusted: check the credentials and the location of the table");
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return "Named by metadata: "
        + tally(Verdict.LIVE)
        + ". Too young to tell: "
        + tally(Verdict.YOUNG)
        + ". On the list: "
        + tally(Verdict.SUSPECT)
        + ". Past their time on it: "
        + tally(Verdict.CONDEMNED)
        + "."
        + (tallies.containsKey(Verdict.NAMED_ELSEWHERE)
            ? " Named under another scheme or authority, and left alone: "
                + tally(Verdict.NAMED_ELSEWHERE)
                + "; see "
                + OrphanOptions.EQUAL_SCHEMES
                + " and "
                + OrphanOptions.EQUAL_AUTHORITIES
                + "."
            : "");
  }

  private Tally tally(Verdict verdict) {
    return tallies.getOrDefault(verdict, new Tally());
  }

  private void askWhose(ListedFile file) {
    String name = file.location().substring(file.location().lastIndexOf('/') + 1);
    if (!FileKind.isTableMetadata(name) || foreign.size() >= 10) {
      return;
    }
    context.advance(0, 0);
    owners
        .uuid(file.location())
        .filter(uuid -> !uuid.equals(table.uuid().toString()))
        .ifPresent(uuid -> foreign.add(file.location() + " (table uuid " + uuid + ")"));
  }
}
