/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** What a running service tells of itself. */
public final class ServiceText {
  private static final int RECENT = 20;

  private ServiceText() {}

  /** How it does, from its page {@code /v1/status}. */
  public static String status(JsonNode status) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "Runs since %s; %d process(es) share the tables.%n"
                + "%,d tables seen, %,d with planned work, %,d with problems.%n",
            status.path("started").asText(),
            status.path("members").asInt(),
            status.path("tables-seen").asInt(),
            status.path("tables-with-plans").asInt(),
            status.path("tables-with-problems").asInt()));
    text.append("\nRunning\n").append(orNone(running(status.path("running"))));
    text.append("\nEnded, newest first\n").append(orNone(ended(status.path("recent"))));
    return text.toString();
  }

  private static String orNone(String lines) {
    return lines.isEmpty() ? "  nothing\n" : lines;
  }

  private static String running(JsonNode tasks) {
    StringBuilder text = new StringBuilder();
    for (JsonNode task : tasks) {
      text.append(
          String.format(
              Locale.ROOT,
              "  %-16s %-32s %-20s %4s  %s%n",
              task.path("kind").asText(),
              task.path("table").asText(),
              task.path("scope").asText(),
              task.has("fraction") ? Math.round(task.path("fraction").asDouble() * 100) + "%" : "",
              task.path("stage").asText()));
    }
    return text.toString();
  }

  /** Tasks that have ended. */
  public static String ended(JsonNode tasks) {
    StringBuilder text = new StringBuilder();
    int shown = 0;
    for (JsonNode task : tasks) {
      if (++shown > RECENT) {
        text.append("  and ").append(tasks.size() - RECENT).append(" more\n");
        break;
      }
      text.append(
          String.format(
              Locale.ROOT,
              "  %s  %-16s %-32s %-10s %s%n",
              task.path("ended").asText(),
              task.path("kind").asText(),
              task.path("table").asText() + " " + task.path("scope").asText(),
              task.path("ending").asText(),
              task.path("message").asText()));
    }
    return text.toString();
  }
}
