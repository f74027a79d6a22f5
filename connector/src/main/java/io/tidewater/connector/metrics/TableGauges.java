/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.metrics;

import io.tidewater.connector.commit.DeadLetterUnit;
import io.tidewater.connector.commit.Delivery;
import io.tidewater.connector.commit.Unit;
import io.tidewater.connector.pipeline.TableReport;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** The values of one table's metrics. Written by the task's thread, read by any. */
public final class TableGauges implements TableReport {
  private final LongSupplier clock;
  private final Map<TableMetric, AtomicLong> numbers = new EnumMap<>(TableMetric.class);
  private volatile long newestQueryable;
  private volatile String lastError = "";

  /**
   * @param clock the wall clock, in epoch milliseconds
   */
  public TableGauges(LongSupplier clock) {
    this.clock = clock;
    for (TableMetric metric : TableMetric.values()) {
      numbers.put(metric, new AtomicLong());
    }
  }

  /** The value of a metric now: a {@link Long}, or a {@link String} for the one that is text. */
  public Object value(TableMetric metric) {
    return switch (metric) {
      case LAST_ERROR -> lastError;
      case EVENT_TIME_LAG -> eventTimeLag();
      default -> number(metric).get();
    };
  }

  @Override
  public void began() {
    number(TableMetric.STOPPED).set(0);
    number(TableMetric.SUSPENDED).set(0);
    lastError = "";
  }

  @Override
  public void wrote() {
    number(TableMetric.RECORDS).incrementAndGet();
  }

  @Override
  public void rejected() {
    number(TableMetric.REJECTED).incrementAndGet();
  }

  @Override
  public void committed(Delivery delivery, long millis) {
    delivery.rows().ifPresent(this::committed);
    number(TableMetric.DEAD_LETTERS)
        .addAndGet(delivery.deadLetters().map(DeadLetterUnit::unit).map(Unit::rows).orElse(0L));
    number(TableMetric.COMMIT_LATENCY).set(millis);
    number(TableMetric.COMMIT_LATENCY_MAX).accumulateAndGet(millis, Math::max);
    if (number(TableMetric.STOPPED).get() == 0 && number(TableMetric.SUSPENDED).get() == 0) {
      lastError = "";
    }
  }

  @Override
  public void fenced() {
    number(TableMetric.FENCED).incrementAndGet();
  }

  @Override
  public void failed(String reason) {
    number(TableMetric.FAILURES).incrementAndGet();
    lastError = reason;
  }

  @Override
  public void stopped(String explanation) {
    number(TableMetric.STOPPED).set(1);
    lastError = explanation;
  }

  @Override
  public void suspended(String explanation) {
    number(TableMetric.SUSPENDED).set(1);
    lastError = explanation;
  }

  @Override
  public void lag(long offsets) {
    number(TableMetric.OFFSET_LAG).set(offsets);
  }

  private void committed(Unit unit) {
    number(TableMetric.COMMITS).incrementAndGet();
    number(TableMetric.COMMITTED_ROWS).addAndGet(unit.rows());
    number(TableMetric.COMMITTED_BYTES).addAndGet(unit.bytes());
    number(TableMetric.COMMITTED_FILES).addAndGet(unit.files().size());
    newestQueryable = Math.max(newestQueryable, unit.newestTimestamp());
  }

  private long eventTimeLag() {
    boolean caughtUp = number(TableMetric.OFFSET_LAG).get() == 0;
    return caughtUp || newestQueryable == 0 ? 0 : Math.max(0, clock.getAsLong() - newestQueryable);
  }

  private AtomicLong number(TableMetric metric) {
    return numbers.getOrDefault(metric, new AtomicLong());
  }
}
