/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.ExpositionFormats;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.tidewater.compaction.journal.Journal;
import io.tidewater.compaction.journal.TableNotes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** The pages that there are, by their paths. Thread-safe. */
public final class Pages {
  private static final String TABLE = "/v1/tables/";
  private static final int RECENT = 100;

  private final Journal journal;
  private final PrometheusRegistry metrics;
  private final Supplier<Status> status;
  private final BooleanSupplier healthy;
  private final ExpositionFormats formats = ExpositionFormats.init();

  /**
   * @param healthy whether the service still turns
   */
  public Pages(
      Journal journal,
      PrometheusRegistry metrics,
      Supplier<Status> status,
      BooleanSupplier healthy) {
    this.journal = journal;
    this.metrics = metrics;
    this.status = status;
    this.healthy = healthy;
  }

  /**
   * How the service does.
   *
   * @param members the processes that share the tables
   */
  public record Status(Instant started, List<String> members) {}

  /** The page of a path; 404 if there is none. */
  Page page(String path, String accepted) {
    return switch (path) {
      case "/metrics" -> metrics(accepted);
      case "/health" -> health();
      case "/v1/status" -> json(status());
      case "/v1/tables" -> json(tables());
      case "/v1/plan" -> json(plan());
      case "/v1/tasks" -> json(tasks());
      default -> path.startsWith(TABLE) ? table(path.substring(TABLE.length())) : missing(path);
    };
  }

  private Page health() {
    return healthy.getAsBoolean()
        ? Page.json(200, "{\"status\":\"up\"}")
        : Page.json(503, "{\"status\":\"down\"}");
  }

  private static Page missing(String what) {
    ObjectNode error = JsonNodeFactory.instance.objectNode();
    error.put("error", "there is nothing at " + what);
    return Page.json(404, error.toString());
  }

  private static Page json(JsonNode node) {
    return Page.json(200, node.toPrettyString());
  }

  private Page metrics(String accepted) {
    ExpositionFormatWriter writer = formats.findWriter(accepted);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    try {
      writer.write(body, metrics.scrape());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Page(200, writer.getContentType(), ByteBuffer.wrap(body.toByteArray()));
  }

  private JsonNode status() {
    Status now = status.get();
    Map<String, TableNotes> tables = journal.tables();
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("started", now.started().toString());
    node.put("members", now.members().size());
    node.put("tables-seen", tables.size());
    node.put("tables-with-problems", tables.values().stream().filter(Pages::hasProblem).count());
    node.put("tables-with-plans", tables.values().stream().filter(Pages::hasPlan).count());
    node.set("running", JournalJson.array(journal.running(), JournalJson::progress));
    node.set(
        "recent",
        JournalJson.array(journal.history().stream().limit(RECENT).toList(), JournalJson::entry));
    return node;
  }

  private static boolean hasProblem(TableNotes notes) {
    return notes.problem().isPresent();
  }

  private static boolean hasPlan(TableNotes notes) {
    return notes.kinds().values().stream().anyMatch(kind -> kind.tasks() > 0);
  }

  private JsonNode tables() {
    return JournalJson.array(journal.tables().entrySet(), JournalJson::summary);
  }

  /** The tables with planned tasks, those first that gain most. */
  private JsonNode plan() {
    return JournalJson.array(
        journal.tables().entrySet().stream()
            .filter(table -> hasPlan(table.getValue()))
            .sorted(Comparator.comparingDouble(table -> -gain(table.getValue())))
            .toList(),
        JournalJson::summary);
  }

  private static double gain(TableNotes notes) {
    return notes.kinds().values().stream().mapToDouble(kind -> kind.planned().gain()).sum();
  }

  private JsonNode tasks() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.set("running", JournalJson.array(journal.running(), JournalJson::progress));
    node.set("ended", JournalJson.array(journal.history(), JournalJson::entry));
    return node;
  }

  private Page table(String name) {
    TableNotes notes = journal.table(name);
    if (notes.equals(TableNotes.NONE)) {
      return missing(TABLE + name);
    }
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    JournalJson.details(node, name, notes);
    node.set("ended", JournalJson.array(journal.history(name), JournalJson::entry));
    return json(node);
  }
}
