/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.gain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.examples.engines.Engines;
import io.tidewater.examples.engines.SharedEngines;
import io.tidewater.testing.jars.ProjectHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.Table;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Four queries on a table in four states: as the sink left it, with its equality deletes converted,
 * packed, and sorted. They answer the same in each. What each took is printed, and written to the
 * documentation by {@code -Dtidewater.gain.write=true}; a whole day is {@code
 * -Dtidewater.gain.minutes=1440 -Dtidewater.gain.changes=2000}.
 */
@ExtendWith(SharedEngines.class)
class QueryGainIT {
  private static final String TABLE = "lake.gain";
  private static final long SEED = 20261121;

  private static Engines engines;
  private static TrinoRuns trino;

  @BeforeAll
  static void useServers(Engines shared) {
    engines = shared;
    trino = new TrinoRuns(engines);
  }

  @Test
  void everyStateAnswersTheSame() throws IOException {
    int minutes = Integer.getInteger("tidewater.gain.minutes", 12);
    int changes = Integer.getInteger("tidewater.gain.changes", 200);
    long orders = new TradingDay(engines, TABLE, minutes, changes, SEED).pass();
    engines.sink().deleteConnectors();
    Map<String, String> queries = queries(minutes, orders);
    GainTable page = new GainTable(minutes, changes);
    List<List<String>> answers = new ArrayList<>();

    answers.add(measure(page, "as the sink left it", queries));
    compaction("convert-deletes");
    answers.add(measure(page, "deletes converted", queries));
    compaction("rewrite");
    answers.add(measure(page, "packed", queries));
    table().replaceSortOrder().asc("id").commit();
    compaction("rewrite");
    answers.add(measure(page, "sorted by id", queries));

    System.out.println(page.text());
    if (Boolean.getBoolean("tidewater.gain.write")) {
      Files.writeString(ProjectHome.find().resolve("docs/benchmarks/queries.md"), page.text());
    }
    assertThat(answers).allSatisfy(state -> assertThat(state).isEqualTo(answers.get(0)));
    assertThat(Layout.of(table()).deleteFiles()).isZero();
  }

  private static Map<String, String> queries(int minutes, long orders) {
    Map<String, String> queries = new LinkedHashMap<>();
    String from = literal(TradingDay.OPENING.plusSeconds(minutes * 30L));
    String to = literal(TradingDay.OPENING.plusSeconds(minutes * 33L));
    queries.put("count", "select count(*) from ice." + TABLE);
    queries.put("point", "select * from ice." + TABLE + " where id = " + orders / 3);
    queries.put(
        "range",
        "select count(*), round(sum(amount), 2) from ice.%s where changed_at between timestamp '%s' and timestamp '%s'"
            .formatted(TABLE, from, to));
    queries.put(
        "scan",
        "select status, count(*), round(avg(amount), 6), max(note) from ice.%s group by 1 order by 1"
            .formatted(TABLE));
    return queries;
  }

  private static String literal(Instant instant) {
    return DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'")
        .format(instant.atOffset(ZoneOffset.UTC));
  }

  private static List<String> measure(GainTable page, String state, Map<String, String> queries) {
    Map<String, MeasuredQuery> measured = new LinkedHashMap<>();
    queries.forEach((name, sql) -> measured.put(name, trino.measure(sql)));
    page.add(state, Layout.of(table()), measured);
    return measured.values().stream().map(MeasuredQuery::answer).toList();
  }

  private static Table table() {
    return engines.sink().tables().load(TABLE);
  }

  private static void compaction(String kind) throws IOException {
    Path home = ProjectHome.find();
    ProcessBuilder command =
        new ProcessBuilder(
                home.resolve("bin/tidewater").toString(),
                "compaction",
                "run",
                TABLE,
                "--only",
                kind,
                "--catalog-uri",
                engines.sink().catalogUri(),
                "--option",
                "rewrite.cold-after=0s")
            .redirectErrorStream(true);
    command.environment().put("TIDEWATER_BUILD", "never");
    Process process = command.start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    System.out.println(said);
    try {
      assertThat(process.waitFor()).as(said).isZero();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
