/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.ledger;

import io.tidewater.format.ledger.TableHistory.Ancestor;
import io.tidewater.format.ledger.TableHistory.PropertyLedger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An Iceberg table reduced to what matters to the ledger: snapshots, a branch head, a property. */
final class ModelTable {
  private final boolean offsetColumns;
  private final Map<Long, Snapshot> snapshots = new HashMap<>();
  private @Nullable Long head;
  private @Nullable PropertyLedger property;
  private long lastId;

  ModelTable(boolean offsetColumns) {
    this.offsetColumns = offsetColumns;
  }

  record Row(SourcePartition source, long offset, TopicId topic) {}

  record Snapshot(
      long id,
      @Nullable Long parent,
      Optional<Ledger> ledger,
      Optional<String> commitId,
      List<Row> rows) {}

  /** A commit that was decided on a head, and may be applied much later, or never. */
  record Prepared(@Nullable Long base, String commitId, Ledger ledger, List<Row> added) {}

  @Nullable Long head() {
    return head;
  }

  List<Row> rows() {
    return head == null ? List.of() : snapshot(head).rows();
  }

  /** Compare-and-swap of the branch head. */
  boolean apply(Prepared commit) {
    if (!Objects.equals(head, commit.base())) {
      return false;
    }
    List<Row> rows = new ArrayList<>(rows());
    rows.addAll(commit.added());
    append(Optional.of(commit.ledger()), Optional.of(commit.commitId()), rows);
    property = new PropertyLedger(Objects.requireNonNull(head), commit.ledger(), offsetColumns);
    return true;
  }

  /** A rewrite by somebody who knows nothing of the ledger. */
  void compact() {
    if (head != null) {
      append(Optional.empty(), Optional.empty(), rows());
    }
  }

  /** Makes a random ancestor the head again. */
  void rollBack(Random random) {
    List<Long> ancestors = ancestorIds();
    if (ancestors.size() > 1) {
      head = ancestors.get(1 + random.nextInt(ancestors.size() - 1));
    }
  }

  /** Drops from the metadata all but the newest ancestors of the head. */
  void expire(int keep) {
    List<Long> kept = ancestorIds();
    snapshots.keySet().retainAll(kept.subList(0, Math.min(keep, kept.size())));
  }

  boolean landed(String commitId) {
    return ancestorIds().stream()
        .anyMatch(id -> snapshot(id).commitId().filter(commitId::equals).isPresent());
  }

  TableHistory history() {
    return new History();
  }

  private void append(Optional<Ledger> ledger, Optional<String> commitId, List<Row> rows) {
    long id = ++lastId;
    snapshots.put(id, new Snapshot(id, head, ledger, commitId, List.copyOf(rows)));
    head = id;
  }

  private Snapshot snapshot(long id) {
    return Objects.requireNonNull(snapshots.get(id));
  }

  private List<Long> ancestorIds() {
    List<Long> ids = new ArrayList<>();
    for (Long id = head; id != null && snapshots.containsKey(id); id = snapshot(id).parent()) {
      ids.add(id);
    }
    return ids;
  }

  private final class History implements TableHistory {
    @Override
    public Iterable<Ancestor> ancestors() {
      return ModelTable.this.ancestorIds().stream()
          .map(ModelTable.this::snapshot)
          .map(found -> new Ancestor(found.id(), found.parent() == null, found.ledger()))
          .toList();
    }

    @Override
    public Optional<PropertyLedger> property() {
      return Optional.ofNullable(property);
    }

    @Override
    public boolean hasSnapshot(long snapshotId) {
      return snapshots.containsKey(snapshotId);
    }

    @Override
    public Optional<Ledger> toldByRows() {
      if (!offsetColumns) {
        return Optional.empty();
      }
      Map<SourcePartition, Long> next = new TreeMap<>();
      rows().forEach(row -> next.merge(row.source(), row.offset() + 1, Math::max));
      Ledger ledger = Ledger.EMPTY;
      for (Map.Entry<SourcePartition, Long> entry : next.entrySet()) {
        String topic = entry.getKey().topic();
        TopicId id = property().map(known -> known.ledger().topicId(topic)).orElse(TopicId.UNKNOWN);
        ledger = ledger.with(topic, id, Map.of(entry.getKey().partition(), entry.getValue()));
      }
      return Optional.of(ledger);
    }
  }
}
