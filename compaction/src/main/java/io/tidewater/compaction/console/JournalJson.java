/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.console;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidewater.compaction.journal.KindNotes;
import io.tidewater.compaction.journal.TableNotes;
import io.tidewater.compaction.journal.TaskEntry;
import io.tidewater.compaction.journal.TaskProgress;
import io.tidewater.compaction.policy.PolicyOption;
import io.tidewater.compaction.task.Estimate;
import io.tidewater.compaction.task.Finding;
import java.util.Collection;
import java.util.Map;
import java.util.function.BiConsumer;

/** What the journal holds, as JSON. */
final class JournalJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private JournalJson() {}

  static <T> ArrayNode array(Collection<T> items, BiConsumer<ObjectNode, T> fill) {
    ArrayNode array = NODES.arrayNode();
    items.forEach(item -> fill.accept(array.addObject(), item));
    return array;
  }

  /** A table in a list: what is planned, without the findings. */
  static void summary(ObjectNode node, Map.Entry<String, TableNotes> table) {
    table(node, table.getKey(), table.getValue());
    ObjectNode kinds = node.putObject("kinds");
    table
        .getValue()
        .kinds()
        .forEach((kind, notes) -> plan(kinds.putObject(PolicyOption.print(kind)), notes));
  }

  /** A table by itself, with every finding that is kept. */
  static void details(ObjectNode node, String name, TableNotes notes) {
    table(node, name, notes);
    ObjectNode kinds = node.putObject("kinds");
    notes
        .kinds()
        .forEach(
            (kind, of) -> {
              ObjectNode one = kinds.putObject(PolicyOption.print(kind));
              plan(one, of);
              one.set("findings", array(of.findings(), JournalJson::finding));
              one.put("findings-omitted", of.omitted());
            });
  }

  private static void table(ObjectNode node, String name, TableNotes notes) {
    node.put("table", name);
    notes.looked().ifPresent(looked -> node.put("looked-at", looked.toString()));
    notes.problem().ifPresent(problem -> node.put("problem", problem));
  }

  private static void plan(ObjectNode node, KindNotes notes) {
    node.put("looked-at", notes.looked().toString());
    node.put("tasks", notes.tasks());
    estimate(node.putObject("estimate"), notes.planned());
  }

  private static void estimate(ObjectNode node, Estimate estimate) {
    node.put("bytes-read", estimate.bytesRead());
    node.put("bytes-written", estimate.bytesWritten());
    node.put("files-before", estimate.filesBefore());
    node.put("files-after", estimate.filesAfter());
    node.put("gain-bytes", Math.round(estimate.gain()));
  }

  private static void finding(ObjectNode node, Finding finding) {
    node.put("scope", finding.scope());
    node.put("decision", PolicyOption.print(finding.decision()));
    node.put("reason", finding.reason());
  }

  static void progress(ObjectNode node, TaskProgress task) {
    node.put("id", task.id());
    node.put("table", task.table());
    node.put("kind", PolicyOption.print(task.kind()));
    node.put("scope", task.scope());
    node.put("reason", task.reason());
    node.put("began", task.began().toString());
    node.put("stage", task.stage());
    node.put("bytes-expected", task.expectedBytes());
    node.put("bytes-read", task.bytesRead());
    node.put("bytes-written", task.bytesWritten());
    node.put("throttled-seconds", task.throttled().toMillis() / 1000.0);
    task.fraction().ifPresent(fraction -> node.put("fraction", fraction));
  }

  static void entry(ObjectNode node, TaskEntry task) {
    node.put("id", task.id());
    node.put("table", task.table());
    node.put("kind", PolicyOption.print(task.kind()));
    node.put("scope", task.scope());
    node.put("reason", task.reason());
    node.put("began", task.began().toString());
    node.put("ended", task.ended().toString());
    node.put("ending", task.ending().label());
    node.put("message", task.result().message());
    node.put("bytes-read", task.result().bytesRead());
    node.put("bytes-written", task.result().bytesWritten());
    node.put("files-removed", task.result().filesRemoved());
    node.put("files-added", task.result().filesAdded());
    node.put("conflicts", task.result().conflicts());
  }
}
