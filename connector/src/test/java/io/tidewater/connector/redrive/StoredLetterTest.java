/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.redrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewater.format.deadletter.DeadLetterColumn;
import io.tidewater.format.ledger.Ledger;
import io.tidewater.format.ledger.SourcePartition;
import io.tidewater.format.ledger.TopicId;
import io.tidewater.format.schema.NameMatching;
import io.tidewater.format.value.ValueMismatchException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.iceberg.Schema;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.types.Types;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;

class StoredLetterTest {
  private static final SourcePartition SOURCE = new SourcePartition("orders", 3);
  private static final Schema TABLE =
      new Schema(
          Types.NestedField.optional(1, "id", Types.LongType.get()),
          Types.NestedField.optional(2, "price", Types.DecimalType.of(9, 2)),
          Types.NestedField.optional(3, "seal", Types.BinaryType.get()));

  @Test
  void givesBackTheBytesThatKafkaHad() {
    byte[] payload = {0, 0, 0, 0, 9, -1};

    SinkRecord record = record("bytes", payload);

    assertThat(record.value()).isEqualTo(payload);
    assertThat(record.originalTopic()).isEqualTo("orders");
    assertThat(record.originalKafkaPartition()).isEqualTo(3);
    assertThat(record.originalKafkaOffset()).isEqualTo(17);
    assertThat(record.timestamp()).isEqualTo(1_700_000_000_123L);
    assertThat(record.key()).isEqualTo("k");
  }

  @Test
  void readsJsonWithoutRoundingItsDecimals() {
    SinkRecord record = record("json", "{\"id\":7,\"price\":1.10,\"new\":0.5}");

    assertThat(record.valueSchema()).isNull();
    assertThat(record.value())
        .isEqualTo(Map.of("id", 7L, "price", new BigDecimal("1.10"), "new", 0.5));
  }

  @Test
  void guessesNothingThatJsonHasLost() {
    assertThatThrownBy(() -> record("json", "{\"seal\":\"AAEC\"}"))
        .isInstanceOf(ValueMismatchException.class)
        .hasMessageContaining("seal: expected bytes");
    assertThatThrownBy(() -> record("typed-json", "{\"new\":1}"))
        .isInstanceOf(ValueMismatchException.class)
        .hasMessageContaining("new: expected a column");
    assertThatThrownBy(() -> record("printed", "Struct{}"))
        .isInstanceOf(ValueMismatchException.class);
    assertThatThrownBy(() -> record("json", "{\"id\":"))
        .isInstanceOf(ValueMismatchException.class)
        .hasMessageContaining("expected JSON");
    assertThatThrownBy(() -> record("of a later version", "x"))
        .isInstanceOf(ValueMismatchException.class);
  }

  @Test
  void isDueOnlyWhereTheTableIsPastItWithoutARow() {
    Ledger ledger = Ledger.EMPTY.with("orders", new TopicId("id"), Map.of(3, 20L));

    assertThat(LetterStanding.of(SOURCE, 17, ledger, Map.of())).isEqualTo(LetterStanding.DUE);
    assertThat(LetterStanding.of(SOURCE, 20, ledger, Map.of())).isEqualTo(LetterStanding.AHEAD);
    assertThat(LetterStanding.of(SOURCE, 17, Ledger.EMPTY, Map.of()))
        .isEqualTo(LetterStanding.AHEAD);
    assertThat(LetterStanding.of(SOURCE, 17, ledger, Map.of(SOURCE, new TreeSet<>(List.of(17L)))))
        .isEqualTo(LetterStanding.THERE);
  }

  private static SinkRecord record(String encoding, String payload) {
    return record(encoding, payload.getBytes(StandardCharsets.UTF_8));
  }

  private static SinkRecord record(String encoding, byte[] payload) {
    GenericRecord row = GenericRecord.create(DeadLetterColumn.schema());
    row.setField("_kafka_topic", "orders");
    row.setField("_kafka_partition", 3);
    row.setField("_kafka_offset", 17L);
    row.setField(
        "_kafka_timestamp",
        OffsetDateTime.of(2023, 11, 14, 22, 13, 20, 123_000_000, ZoneOffset.UTC));
    row.setField("key", ByteBuffer.wrap("k".getBytes(StandardCharsets.UTF_8)));
    row.setField("key_encoding", "text");
    row.setField("value", ByteBuffer.wrap(payload));
    row.setField("value_encoding", encoding);
    return StoredLetter.of(row).toRecord(TABLE, NameMatching.CASE_SENSITIVE);
  }
}
