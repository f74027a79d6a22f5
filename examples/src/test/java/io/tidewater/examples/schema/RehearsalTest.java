/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.schema;

import static org.apache.iceberg.types.Types.NestedField.optional;
import static org.apache.iceberg.types.Types.NestedField.required;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.format.column.MetadataColumns;
import io.tidewater.format.schema.ConflictPolicy;
import io.tidewater.format.schema.FieldOrigin;
import io.tidewater.format.schema.Incoming;
import io.tidewater.format.schema.MappingOptions;
import io.tidewater.format.schema.UnsupportedSchemaException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.iceberg.types.Types.BooleanType;
import org.apache.iceberg.types.Types.DoubleType;
import org.apache.iceberg.types.Types.IntegerType;
import org.apache.iceberg.types.Types.LongType;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.types.Types.StringType;
import org.apache.iceberg.types.Types.StructType;
import org.junit.jupiter.api.Test;

final class RehearsalTest {
  private static final NestedField ID = required(1, "id", LongType.get());
  private static final NestedField COUNT = required(2, "count", IntegerType.get());

  private static Rehearsal rehearsal(ConflictPolicy policy) {
    return new Rehearsal(
        "shop.orders",
        Optional.empty(),
        new Rules(MappingOptions.DEFAULTS, policy, 2, MetadataColumns.DEFAULTS));
  }

  private static Incoming incoming(int schemaId, NestedField... fields) {
    return new Incoming(StructType.of(fields), "shop.Order", OptionalInt.of(schemaId), Map.of());
  }

  private static Step follow(Rehearsal rehearsal, int version, NestedField... fields) {
    return rehearsal.follow(version, 10 + version, () -> incoming(10 + version, fields));
  }

  @Test
  void createsATableWithMetadataColumns() {
    Rehearsal rehearsal = rehearsal(ConflictPolicy.FAIL);

    Step step = follow(rehearsal, 1, ID, COUNT);

    assertThat(step.severity()).isEqualTo(Severity.CREATED);
    assertThat(rehearsal.schema().columns())
        .extracting(NestedField::name)
        .containsExactly(
            "id",
            "count",
            "_kafka_partition",
            "_kafka_offset",
            "_kafka_timestamp",
            "_kafka_key",
            "_kafka_headers");
  }

  @Test
  void staysAsItIsForTheSameSchema() {
    Rehearsal rehearsal = rehearsal(ConflictPolicy.FAIL);
    follow(rehearsal, 1, ID, COUNT);

    assertThat(follow(rehearsal, 2, ID, COUNT).severity()).isEqualTo(Severity.NONE);
  }

  @Test
  void followsCompatibleChanges() {
    Rehearsal rehearsal = rehearsal(ConflictPolicy.FAIL);
    follow(rehearsal, 1, ID, COUNT);

    Step step =
        follow(
            rehearsal,
            2,
            ID,
            optional(2, "count", LongType.get()),
            optional(3, "price", DoubleType.get()));

    assertThat(step.severity()).isEqualTo(Severity.COMPATIBLE);
    assertThat(step.changes())
        .extracting(Object::toString)
        .containsExactlyInAnyOrder(
            "widen column count from int to long",
            "make column count optional",
            "add column price double");
    assertThat(follow(rehearsal, 3, ID, COUNT).severity()).isEqualTo(Severity.NONE);
  }

  @Test
  void noticesARename() {
    Rehearsal rehearsal = rehearsal(ConflictPolicy.FAIL);
    follow(rehearsal, 1, ID, COUNT);
    Incoming renamed =
        new Incoming(
            StructType.of(ID, required(2, "quantity", IntegerType.get())),
            "shop.Order",
            OptionalInt.of(12),
            Map.of(2, FieldOrigin.aliases(List.of("count"))));

    Step step = rehearsal.follow(2, 12, () -> renamed);

    assertThat(step.severity()).isEqualTo(Severity.NOTICED);
    assertThat(step.changes())
        .extracting(Object::toString)
        .containsExactly("rename column count to quantity");
    assertThat(rehearsal.schema().findField("quantity")).isNotNull();
  }

  @Test
  void findsWhatDoesNotFitAndGoesOnWithTheRest() {
    Rehearsal rehearsal = rehearsal(ConflictPolicy.FAIL);
    follow(rehearsal, 1, ID, COUNT);

    Step step =
        follow(
            rehearsal,
            2,
            ID,
            required(2, "count", BooleanType.get()),
            optional(3, "price", DoubleType.get()));

    assertThat(step.severity()).isEqualTo(Severity.CONFLICT);
    assertThat(step.conflicts()).extracting(Step.Problem::path).containsExactly("count");
    assertThat(step.conflicts().get(0).advice()).contains("rename the field");
    assertThat(rehearsal.schema().findField("price")).isNotNull();
  }

  @Test
  void tellsWhatThePolicySettles() {
    Rehearsal rehearsal = rehearsal(ConflictPolicy.NEW_COLUMN);
    follow(rehearsal, 1, ID, COUNT);

    Step step = follow(rehearsal, 2, ID, required(2, "count", BooleanType.get()));

    assertThat(step.severity()).isEqualTo(Severity.NOTICED);
    assertThat(step.conflicts()).isEmpty();
    assertThat(step.settled()).extracting(Step.Problem::path).containsExactly("count");
    assertThat(rehearsal.schema().findField("count__v2")).isNotNull();
  }

  @Test
  void doubtsWhatFitsByValueOnly() {
    Rehearsal rehearsal = rehearsal(ConflictPolicy.FAIL);
    follow(rehearsal, 1, ID, COUNT);

    Step step = follow(rehearsal, 2, ID, required(2, "count", StringType.get()));

    assertThat(step.severity()).isEqualTo(Severity.NOTICED);
    assertThat(step.doubts()).extracting(Step.Problem::path).containsExactly("count");
    assertThat(step.doubts().get(0).advice()).contains("not every value goes in");
  }

  @Test
  void reportsASchemaThatNoTableHolds() {
    Step step =
        rehearsal(ConflictPolicy.FAIL)
            .follow(
                1,
                11,
                () -> {
                  throw new UnsupportedSchemaException("loop", "it has no end");
                });

    assertThat(step.severity()).isEqualTo(Severity.CONFLICT);
    assertThat(step.conflicts().get(0).advice()).contains("it has no end");
  }

  @Test
  void reportsAFieldThatIsCalledLikeAMetadataColumn() {
    Step step =
        follow(rehearsal(ConflictPolicy.FAIL), 1, required(1, "_Kafka_Offset", LongType.get()));

    assertThat(step.severity()).isEqualTo(Severity.CONFLICT);
  }
}
