/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.schema.follow;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.compaction.fixture.TestContext;
import io.tidewater.compaction.fixture.TestTables;
import io.tidewater.compaction.policy.Policy;
import io.tidewater.compaction.schema.MemoryRegistry;
import io.tidewater.compaction.schema.SinkSide;
import io.tidewater.compaction.task.Assessment;
import io.tidewater.compaction.task.Finding;
import io.tidewater.compaction.task.Finding.Decision;
import io.tidewater.compaction.task.TableView;
import io.tidewater.compaction.task.Task;
import io.tidewater.compaction.task.TaskResult;
import io.tidewater.format.registry.SchemaKind;
import io.tidewater.format.schema.ConflictPolicy;
import io.tidewater.format.schema.FieldHistory;
import io.tidewater.format.schema.MappingOptions;
import io.tidewater.format.schema.TimeOfDay;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.types.Type.TypeID;
import org.apache.iceberg.types.Types.NestedField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryFollowerTest {
  private static final String ID = "{\"name\":\"id\",\"type\":\"long\"}";
  private static final String COUNT = "{\"name\":\"count\",\"type\":\"int\"}";
  private static final String NOTE =
      "{\"name\":\"note\",\"type\":[\"null\",\"string\"],\"default\":null,\"doc\":\"for us\"}";
  private static final String SUBJECT = "orders-value";

  private final MemoryRegistry registry = new MemoryRegistry();
  private TestTables tables;
  private SinkSide sink;

  @BeforeEach
  void open(@TempDir Path folder) {
    tables = new TestTables(folder);
    sink = sink(MappingOptions.DEFAULTS);
  }

  @AfterEach
  void close() {
    tables.close();
  }

  private SinkSide sink(MappingOptions mapping) {
    return new SinkSide(tables, registry, mapping, ConflictPolicy.NEW_COLUMN);
  }

  private Table created(String... fields) {
    int first = registry.registerAvro(SUBJECT, fields);
    sink.create(first, 3);
    sink.put(first, Map.of("id", 1L));
    return sink.table();
  }

  private Assessment assess(Policy policy) {
    Table table = sink.table();
    TableView view =
        new TableView(
            TableIdentifier.of("shop", "orders"),
            table,
            "main",
            policy.forTable(table.properties()),
            Instant.EPOCH);
    return new RegistryFollower(Optional.of(registry)).assess(view);
  }

  private static Policy policy(String option, String value) {
    return Policy.DEFAULTS.with(Map.of(option, value), "test");
  }

  private TaskResult run(Assessment assessment) {
    assertThat(assessment.tasks()).hasSize(1);
    Task task = assessment.tasks().get(0);
    return task.run(new TestContext(1));
  }

  private static Finding only(Assessment assessment) {
    assertThat(assessment.tasks()).isEmpty();
    assertThat(assessment.findings()).hasSize(1);
    return assessment.findings().get(0);
  }

  @Test
  void leavesATableThatHasFollowed() {
    created(ID, COUNT);

    Finding finding = only(assess(Policy.DEFAULTS));

    assertThat(finding.decision()).isEqualTo(Decision.SKIP);
    assertThat(registry.questions()).isLessThan(10);
  }

  @Test
  void followsEachVersionBeforeItsRecordsCome() {
    created(ID, COUNT);
    registry.registerAvro(SUBJECT, ID, COUNT, NOTE);
    int newest =
        registry.registerAvro(
            SUBJECT,
            ID,
            "{\"name\":\"amount\",\"type\":\"long\",\"aliases\":[\"count\"],\"default\":7}",
            NOTE);

    TaskResult result = run(assess(Policy.DEFAULTS));

    assertThat(result.outcome()).isEqualTo(TaskResult.Outcome.DONE);
    Table table = sink.table();
    NestedField amount = table.schema().findField("amount");
    assertThat(amount.type().typeId()).isEqualTo(TypeID.LONG);
    assertThat(amount.writeDefault()).isEqualTo(7L);
    assertThat(table.schema().findField("count")).isNull();
    assertThat(table.schema().findField("note").doc()).isEqualTo("for us");
    FieldHistory history = FieldHistory.of(table.properties());
    assertThat(history.schemaId()).hasValue(newest);
    assertThat(history.names().get(amount.fieldId())).containsExactly("amount", "count");
    assertThat(sink.plan(newest).hasChanges()).as("nothing is left to the sink").isFalse();
    assertThat(only(assess(Policy.DEFAULTS)).decision()).isEqualTo(Decision.SKIP);
  }

  @Test
  void looksAndTouchesNothing() {
    Table table = created(ID, COUNT);
    registry.registerAvro(SUBJECT, ID, COUNT, NOTE);

    Assessment assessment = assess(Policy.DEFAULTS);

    assertThat(assessment.findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.decision()).isEqualTo(Decision.DO))
        .satisfies(
            finding -> assertThat(finding.reason()).contains("version 2", "add column note"));
    assertThat(sink.table().schema().asStruct()).isEqualTo(table.schema().asStruct());
  }

  @Test
  void reportsWhatDoesNotFitAndFollowsTheRest() {
    created(ID, COUNT);
    registry.registerAvro(SUBJECT, ID, "{\"name\":\"count\",\"type\":\"boolean\"}", NOTE);

    Assessment assessment = assess(Policy.DEFAULTS);
    run(assessment);

    assertThat(assessment.findings())
        .anySatisfy(
            finding -> {
              assertThat(finding.decision()).isEqualTo(Decision.NEEDS_PERSON);
              assertThat(finding.reason()).contains("count", "int", "boolean", "rename the field");
            });
    assertThat(sink.table().schema().findField("note")).isNotNull();
    assertThat(sink.table().schema().findField("count__v2")).isNull();
  }

  @Test
  void makesTheOtherColumnAheadWhereThePolicySaysSo() {
    created(ID, COUNT);
    int other = registry.registerAvro(SUBJECT, ID, "{\"name\":\"count\",\"type\":\"boolean\"}");

    run(assess(policy("schema.on-conflict", "new-column")));

    assertThat(sink.column(other, "count").name()).isEqualTo("count__v2");
    assertThat(sink.plan(other).hasChanges()).isFalse();
  }

  @Test
  void refusesToGuessTheOptionsOfTheSink() {
    String time = "{\"name\":\"at\",\"type\":{\"type\":\"long\",\"logicalType\":\"time-micros\"}}";
    sink = sink(MappingOptions.DEFAULTS.with(TimeOfDay.LONG));
    created(ID, time.replace("at\"", "opened\""));
    registry.registerAvro(SUBJECT, ID, time.replace("at\"", "opened\""), time);

    Finding finding = only(assess(Policy.DEFAULTS));
    assertThat(finding.decision()).isEqualTo(Decision.NEEDS_PERSON);
    assertThat(finding.reason()).contains("opened__v2", "schema.* options");
    assertThat(run(assess(policy("schema.time-of-day", "long"))).outcome())
        .isEqualTo(TaskResult.Outcome.DONE);
    assertThat(sink.table().schema().findField("at").type().typeId()).isEqualTo(TypeID.LONG);
  }

  @Test
  void seesThatTheSinkUnwrapsItsRecords() {
    created(ID, COUNT);
    int envelope =
        registry.registerAvro(
            SUBJECT,
            "{\"name\":\"op\",\"type\":\"string\"}",
            "{\"name\":\"after\",\"type\":{\"type\":\"record\",\"name\":\"Row\",\"fields\":["
                + ID
                + "]}}");
    Table table = sink.table();
    FieldHistory known = FieldHistory.of(table.properties());
    String followed =
        new FieldHistory(OptionalInt.of(envelope), known.names(), known.numbers()).toJson();
    table.updateProperties().set(FieldHistory.PROPERTY, followed).commit();
    registry.registerAvro(SUBJECT, ID, COUNT, NOTE);

    Finding finding = only(assess(Policy.DEFAULTS));

    assertThat(finding.decision()).isEqualTo(Decision.NEEDS_PERSON);
    assertThat(finding.reason()).contains("add column op", "add column after", "unwraps");
  }

  @Test
  void followsProtobufByNumbers() {
    int first =
        registry.register(
            SUBJECT,
            SchemaKind.PROTOBUF,
            "syntax = \"proto3\"; message Order { int64 id = 1; int32 count = 2; }");
    sink.create(first, 2);
    sink.put(first, Map.of("id", 1L));
    registry.register(
        SUBJECT,
        SchemaKind.PROTOBUF,
        "syntax = \"proto3\"; message Order { int64 id = 1; int32 amount = 2; bool paid = 3; }");

    run(assess(Policy.DEFAULTS));

    assertThat(sink.table().schema().columns())
        .extracting(NestedField::name)
        .contains("amount", "paid")
        .doesNotContain("count");
  }

  @Test
  void waitsForARegistryThatIsDown() {
    created(ID);
    registry.fall();

    Finding finding = only(assess(Policy.DEFAULTS));

    assertThat(finding.decision()).isEqualTo(Decision.WAIT);
    assertThat(finding.reason()).contains("connection refused");
  }

  @Test
  void leavesTablesThatKnowNoRegistry() {
    tables.create("orders", TestTables.SCHEMA, PartitionSpec.unpartitioned(), 2);

    assertThat(only(assess(Policy.DEFAULTS)).reason()).contains("has followed no schema");
    assertThat(registry.questions()).isZero();
  }

  @Test
  void findsNothingLeftWhenTheSinkCameFirst() {
    created(ID, COUNT);
    int second = registry.registerAvro(SUBJECT, ID, COUNT, NOTE);
    Assessment assessment = assess(Policy.DEFAULTS);
    sink.evolve(second);

    assertThat(run(assessment).outcome()).isEqualTo(TaskResult.Outcome.NOTHING);
  }

  @Test
  void followsTheSubjectsThatAreNamed() {
    created(ID);
    int other = registry.registerAvro("shop.Refund", ID, NOTE);

    run(assess(policy("schema.subjects", "{topic}-value,shop.Refund")));

    assertThat(sink.plan(other).hasChanges()).isFalse();
  }
}
