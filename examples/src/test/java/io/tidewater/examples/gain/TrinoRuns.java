/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.gain;

import io.tidewater.examples.engines.Engines;
import io.tidewater.testing.query.QueryResult;
import java.util.List;

/** Runs queries on Trino several times and asks Trino what they took. */
final class TrinoRuns {
  private static final int RUNS = 3;

  private final Engines engines;
  private int number;

  TrinoRuns(Engines engines) {
    this.engines = engines;
  }

  MeasuredQuery measure(String sql) {
    long[] millis = new long[RUNS];
    long[] planning = new long[RUNS];
    double megabytes = 0;
    String answer = "";
    // The first run warms the engine's code up and is not counted.
    for (int run = -1; run < RUNS; run++) {
      String mark = "gain run " + number++ + ".";
      long start = System.nanoTime();
      answer = engines.trino("/* " + mark + " */ " + sql).rows().toString();
      if (run >= 0) {
        millis[run] = (System.nanoTime() - start) / 1_000_000;
        List<Object> took = took(mark);
        planning[run] = ((Number) took.get(0)).longValue();
        megabytes = ((Number) took.get(1)).doubleValue() / 1e6;
      }
    }
    return new MeasuredQuery(
        answer, MeasuredQuery.median(millis), MeasuredQuery.median(planning), megabytes);
  }

  /** Planning milliseconds and bytes read, as Trino's own tables have them. */
  private List<Object> took(String mark) {
    QueryResult found =
        engines.trino(
            "select max(q.planning_time_ms + q.analysis_time_ms), sum(t.physical_input_bytes)"
                + " from system.runtime.queries q"
                + " join system.runtime.tasks t on t.query_id = q.query_id"
                + " where q.query like '/* "
                + mark
                + " */%'");
    return List.of(found.rows().get(0).get(0), found.rows().get(0).get(1));
  }
}
