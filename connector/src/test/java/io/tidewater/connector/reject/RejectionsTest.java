/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.reject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewater.connector.reject.Rejections.Tolerance;
import io.tidewater.format.ledger.SourcePartition;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;

class RejectionsTest {
  private static final SinkRecord RECORD = new SinkRecord("orders", 3, null, null, null, "x", 17);
  private static final Rejection REJECTION =
      new Rejection(
          "table shop.orders", new SourcePartition("orders", 3), 17, "price: not a number");

  @Test
  void namesTableTopicPartitionOffsetAndReason() {
    Rejections rejections = new Rejections(null, Tolerance.NONE);

    assertThatThrownBy(() -> rejections.reject(RECORD, REJECTION))
        .isInstanceOf(RejectedRecordException.class)
        .hasMessageContainingAll(
            "shop.orders", "orders-3", "17", "price: not a number", "errors.tolerance");
  }

  @Test
  void handsToleratedRecordsToTheWorkersReporterAndWaitsForIt() {
    List<Throwable> causes = new ArrayList<>();
    CompletableFuture<Void> written = new CompletableFuture<>();
    Rejections rejections =
        new Rejections(
            (record, cause) -> {
              causes.add(cause);
              return written;
            },
            Tolerance.ALL);

    rejections.reject(RECORD, REJECTION);
    written.completeExceptionally(new ConnectException("no such topic"));

    assertThat(causes).singleElement().asString().contains("price: not a number");
    assertThatThrownBy(rejections::awaitReports).isInstanceOf(ConnectException.class);
  }

  /** Connect fails the whole task after a report that exceeds the tolerance, however it is met. */
  @Test
  void doesNotReportWhatStopsOneTableOnly() {
    List<Throwable> causes = new ArrayList<>();
    Rejections rejections =
        new Rejections(
            (record, cause) -> {
              causes.add(cause);
              return CompletableFuture.completedFuture(null);
            },
            Tolerance.NONE);

    assertThatThrownBy(() -> rejections.reject(RECORD, REJECTION))
        .isInstanceOf(RejectedRecordException.class);
    assertThat(causes).isEmpty();
  }

  @Test
  void goesOnWithoutAReporterIfErrorsAreTolerated() {
    Rejections rejections = new Rejections(null, Tolerance.ALL);

    assertThatCode(() -> rejections.reject(RECORD, REJECTION)).doesNotThrowAnyException();
  }

  @Test
  void stopsWhenTheReporterItselfRefuses() {
    Rejections rejections =
        new Rejections(
            (record, cause) -> {
              throw new ConnectException("Tolerance exceeded in error handler");
            },
            Tolerance.ALL);

    assertThatThrownBy(() -> rejections.reject(RECORD, REJECTION))
        .isInstanceOf(RejectedRecordException.class);
  }
}
