/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewater.format.ledger.SourcePartition;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongPredicate;
import org.apache.iceberg.data.Record;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.ConnectException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What {@code tidewater.on-conflict} makes of a field that turns from numbers to text, in whole
 * tasks on real tables. From the turn on writers of both types go on, and some leave the field out.
 */
class OnConflictTest {
  private static final SourcePartition ZERO = new SourcePartition(ModelCluster.TOPIC, 0);
  private static final long TURN = 10;

  /** Whether Connect gives schemas with the values. */
  enum Values {
    DECLARED {
      @Override
      Object of(long id, @Nullable Object amount) {
        Schema type =
            isText(id) || (id >= TURN && !hasAmount(id))
                ? Schema.OPTIONAL_STRING_SCHEMA
                : Schema.OPTIONAL_INT64_SCHEMA;
        Schema schema =
            SchemaBuilder.struct().field("id", Schema.INT64_SCHEMA).field("amount", type).build();
        return new Struct(schema).put("id", id).put("amount", amount);
      }
    },
    UNDECLARED {
      @Override
      Object of(long id, @Nullable Object amount) {
        Map<String, @Nullable Object> value = new HashMap<>();
        value.put("id", id);
        value.put("amount", amount);
        return value;
      }
    };

    abstract Object of(long id, @Nullable Object amount);
  }

  @ParameterizedTest
  @EnumSource
  void failStopsTheTableAtTheRecord(Values values) throws IOException {
    Simulation simulation = simulation(values, "fail");
    List<Long> offsets = offsetsThat(simulation, offset -> true);
    long bad = offsetsThat(simulation, OnConflictTest::isText).get(0);

    assertThatThrownBy(simulation::catchUp)
        .isInstanceOf(ConnectException.class)
        .hasMessageContaining("table shop.orders")
        .hasMessageContaining("offset " + bad + " of shop.orders-0")
        .hasMessageContaining("amount: expected a long, got the text \"n" + bad + "\"")
        .hasMessageContaining("the table has numbers, the records have text; rename the field")
        .hasMessageContaining("or choose another tidewater.on-conflict");
    assertThat(simulation.offsets(Simulation.TABLE).get(ZERO))
        .isEqualTo(offsets.stream().filter(offset -> offset < bad).toList());
    assertThat(simulation.offsets(Simulation.LETTERS)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void deadLetterRejectsOnlyRecordsWithAValueThere(Values values) throws IOException {
    Simulation simulation = simulation(values, "dead-letter");

    simulation.catchUp();

    assertThat(simulation.offsets(Simulation.LETTERS).get(ZERO))
        .isEqualTo(offsetsThat(simulation, OnConflictTest::isText));
    assertThat(simulation.offsets(Simulation.TABLE).get(ZERO))
        .isEqualTo(offsetsThat(simulation, offset -> !isText(offset)));
    for (Record row : simulation.rows(Simulation.TABLE)) {
      assertThat(row.getField("amount")).isEqualTo(amount(offset(row)));
    }
    assertThat(simulation.rows(Simulation.LETTERS))
        .allSatisfy(letter -> assertThat(letter.getField("cause_type")).isEqualTo("value"));
  }

  @ParameterizedTest
  @EnumSource
  void newColumnTakesTheValuesThatDoNotFit(Values values) throws IOException {
    Simulation simulation = simulation(values, "new-column");

    simulation.catchUp();

    assertLandedAll(simulation);
    for (Record row : simulation.rows(Simulation.TABLE)) {
      boolean text = isText(offset(row));
      Object amount = amount(offset(row));
      assertThat(row.getField("amount")).isEqualTo(text ? null : amount);
      assertThat(row.getField("amount__v2")).isEqualTo(text ? amount : null);
    }
  }

  @ParameterizedTest
  @EnumSource
  void widenToStringTakesAllLaterValuesAsText(Values values) throws IOException {
    Simulation simulation = simulation(values, "widen-to-string");
    long turn = offsetsThat(simulation, OnConflictTest::isText).get(0);

    simulation.catchUp();

    assertLandedAll(simulation);
    for (Record row : simulation.rows(Simulation.TABLE)) {
      Object amount = amount(offset(row));
      boolean before = offset(row) < turn;
      assertThat(row.getField("amount__v1")).isEqualTo(before ? amount : null);
      assertThat(row.getField("amount"))
          .isEqualTo(before || amount == null ? null : amount.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"new-column", "widen-to-string"})
  void letsWorkersThatOverlapAgreeOnTheColumns(String policy) throws IOException {
    for (long seed = 0; seed < 2; seed++) {
      Simulation simulation = new Simulation(seed, Map.of("tidewater.on-conflict", policy));
      simulation.values(offset -> Values.DECLARED.of(offset, amount(offset)));
      simulation.run(() -> {});

      assertLandedAll(simulation);
      for (Record row : simulation.rows(Simulation.TABLE)) {
        assertThat(amountsIn(row)).as("seed %d", seed).isEqualTo(textOf(amount(offset(row))));
      }
    }
  }

  private static Simulation simulation(Values values, String policy) {
    // A seed with one partition, so that the order of records is that of their offsets.
    Simulation simulation = new Simulation(0, Map.of("tidewater.on-conflict", policy));
    assertThat(simulation.cluster().sources()).containsExactly(ZERO);
    simulation.values(offset -> values.of(offset, amount(offset)));
    for (int round = 0; round < 20; round++) {
      simulation.cluster().produce(new Random(round));
    }
    return simulation;
  }

  private static boolean hasAmount(long offset) {
    return offset % 5 != 4;
  }

  private static boolean isText(long offset) {
    return offset >= TURN && offset % 2 == 0 && hasAmount(offset);
  }

  private static @Nullable Object amount(long offset) {
    if (!hasAmount(offset)) {
      return null;
    }
    return isText(offset) ? "n" + offset : (Object) offset;
  }

  private static String textOf(@Nullable Object amount) {
    return amount == null ? "" : amount.toString();
  }

  /** All values that a row has in the columns of the field. */
  private static String amountsIn(Record row) {
    StringBuilder all = new StringBuilder();
    for (String column : List.of("amount", "amount__v1", "amount__v2")) {
      all.append(textOf(row.getField(column)));
    }
    return all.toString();
  }

  private static long offset(Record row) {
    return (long) row.getField("_kafka_offset");
  }

  private static List<Long> offsetsThat(Simulation simulation, LongPredicate filter) {
    return simulation.cluster().records(ZERO).stream().filter(filter::test).toList();
  }

  private static void assertLandedAll(Simulation simulation) throws IOException {
    Map<SourcePartition, List<Long>> landed = simulation.offsets(Simulation.TABLE);
    for (SourcePartition source : simulation.cluster().sources()) {
      assertThat(landed.getOrDefault(source, List.of()))
          .isEqualTo(List.copyOf(simulation.cluster().records(source)));
    }
    assertThat(simulation.offsets(Simulation.LETTERS)).isEmpty();
  }
}
