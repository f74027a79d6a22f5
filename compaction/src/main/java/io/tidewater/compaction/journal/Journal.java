/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.journal;

import io.tidewater.compaction.policy.PolicyOption;
import io.tidewater.compaction.task.TaskKind;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;

/** What the service remembers. Thread-safe. */
public final class Journal {
  /** How many ended tasks are remembered. */
  public static final PolicyOption<Long> HISTORY =
      PolicyOption.count(
          "service.history", 1000, "How many ended tasks the service remembers, for `explain`.");

  private final int longest;
  private final Map<String, TableNotes> tables = new ConcurrentHashMap<>();
  private final Map<Long, Supplier<TaskProgress>> running = new ConcurrentSkipListMap<>();
  private final Deque<TaskEntry> ended = new ArrayDeque<>();

  /**
   * @param longest how many ended tasks are remembered
   */
  public Journal(int longest) {
    this.longest = longest;
  }

  /** A table was looked at. */
  public void looked(String table, Instant now, Map<TaskKind, KindNotes> notes) {
    tables.merge(table, TableNotes.NONE.with(now, notes), (old, fresh) -> old.with(now, notes));
  }

  /** A table cannot be looked at or maintained. */
  public void problem(String table, String problem) {
    tables.merge(
        table, TableNotes.NONE.withProblem(problem), (old, fresh) -> old.withProblem(problem));
  }

  /** Forgets all tables but these. */
  public void retain(Collection<String> present) {
    tables.keySet().retainAll(Set.copyOf(present));
  }

  public void began(long id, Supplier<TaskProgress> progress) {
    running.put(id, progress);
  }

  public void ended(TaskEntry entry) {
    running.remove(entry.id());
    synchronized (ended) {
      ended.addFirst(entry);
      while (ended.size() > longest) {
        ended.removeLast();
      }
    }
  }

  /** What is known of each table, by name. */
  public Map<String, TableNotes> tables() {
    return new TreeMap<>(tables);
  }

  public TableNotes table(String name) {
    return tables.getOrDefault(name, TableNotes.NONE);
  }

  /** The tasks that run, oldest first. */
  public List<TaskProgress> running() {
    return running.values().stream().map(Supplier::get).toList();
  }

  /** The tasks that have ended, newest first. */
  public List<TaskEntry> history() {
    synchronized (ended) {
      return new ArrayList<>(ended);
    }
  }

  /** Those of one table. */
  public List<TaskEntry> history(String table) {
    return history().stream().filter(entry -> entry.table().equals(table)).toList();
  }
}
