/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.schema;

import io.tidewater.compaction.fixture.TestTables;
import io.tidewater.format.avro.AvroFormat;
import io.tidewater.format.column.MetadataColumn;
import io.tidewater.format.column.MetadataColumns;
import io.tidewater.format.ledger.Ledger;
import io.tidewater.format.ledger.TableLedger;
import io.tidewater.format.ledger.TopicId;
import io.tidewater.format.payload.PayloadFormat;
import io.tidewater.format.protobuf.ProtobufFormat;
import io.tidewater.format.registry.SchemaKind;
import io.tidewater.format.registry.SchemaRegistry;
import io.tidewater.format.schema.Alignment;
import io.tidewater.format.schema.ConflictPolicy;
import io.tidewater.format.schema.EvolutionOptions;
import io.tidewater.format.schema.EvolutionPlan;
import io.tidewater.format.schema.FieldHistory;
import io.tidewater.format.schema.Incoming;
import io.tidewater.format.schema.MappingOptions;
import io.tidewater.format.schema.NewTable;
import io.tidewater.format.schema.Requiredness;
import io.tidewater.format.schema.SchemaEvolution;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.types.Types.NestedField;

/** What the sink does to the table of topic {@code orders}, by the format's rules. */
public final class SinkSide {
  private static final MetadataColumns METADATA =
      MetadataColumns.of(Set.of(MetadataColumn.PARTITION, MetadataColumn.OFFSET));

  private final TestTables tables;
  private final SchemaRegistry registry;
  private final MappingOptions mapping;
  private final ConflictPolicy onConflict;
  private long next;

  public SinkSide(
      TestTables tables,
      SchemaRegistry registry,
      MappingOptions mapping,
      ConflictPolicy onConflict) {
    this.tables = tables;
    this.registry = registry;
    this.mapping = mapping;
    this.onConflict = onConflict;
  }

  public Table table() {
    return tables.load("orders");
  }

  /** What records of a registered schema need. */
  public Incoming incoming(int schemaId) {
    boolean protobuf = registry.schema(schemaId, "").kind() == SchemaKind.PROTOBUF;
    PayloadFormat format =
        protobuf
            ? new ProtobufFormat(registry, "orders-value", mapping)
            : new AvroFormat(registry, "orders-value", mapping);
    ByteBuffer frame = ByteBuffer.allocate(6).put((byte) 0).putInt(schemaId).put((byte) 0).flip();
    Incoming values = format.writerOf(frame).incoming();
    return values.with(METADATA.appendTo(values.type()));
  }

  /** Creates the table for records of a schema. */
  public Table create(int schemaId, int formatVersion) {
    NewTable created =
        NewTable.of(
            incoming(schemaId),
            Requiredness.ALL_OPTIONAL,
            new EvolutionOptions(formatVersion, mapping.naming(), onConflict, Set.of()));
    String history = created.historyOf(created.schema()).toJson();
    return tables.create(
        "orders",
        created.schema(),
        PartitionSpec.unpartitioned(),
        formatVersion,
        Map.of(FieldHistory.PROPERTY, history));
  }

  /** What the table needs before records of a schema are written. */
  public EvolutionPlan plan(int schemaId) {
    Table table = table();
    return SchemaEvolution.plan(
        table.schema(),
        FieldHistory.of(table.properties()),
        incoming(schemaId),
        EvolutionOptions.of(table, mapping.naming(), onConflict));
  }

  /** Meets the first record of a schema. */
  public void evolve(int schemaId) {
    plan(schemaId).commitTo(table());
  }

  /** The column that a field's values go to now. */
  public NestedField column(int schemaId, String field) {
    Table table = table();
    Incoming incoming = incoming(schemaId);
    NestedField column =
        Alignment.of(
                incoming, table.schema(), FieldHistory.of(table.properties()), mapping.naming())
            .column(incoming.type().field(field));
    return Optional.ofNullable(column).orElseThrow();
  }

  /** Begins a file with a record of some schema. Commits nothing, as an open writer does not. */
  public DataFile write(int schemaId, Map<String, ?> values) {
    Table table = table();
    Record row = GenericRecord.create(table.schema());
    values.forEach((field, value) -> row.setField(column(schemaId, field).name(), value));
    row.setField("_kafka_partition", 0);
    row.setField("_kafka_offset", next++);
    return TestTables.write(table, List.of(row));
  }

  /** Commits files with the ledger that goes with them. */
  public void commit(DataFile... files) {
    TreeMap<Integer, Long> offsets = new TreeMap<>(Map.of(0, next));
    Ledger ledger = Ledger.EMPTY.with("orders", TopicId.UNKNOWN, offsets);
    new TableLedger(table(), "main", Optional.of("orders"))
        .commit(
            ledger,
            "sink-" + next,
            transaction -> {
              AppendFiles append = transaction.newAppend();
              for (DataFile file : files) {
                append.appendFile(file);
              }
              return append;
            });
  }

  /** Writes and commits a record. */
  public void put(int schemaId, Map<String, ?> values) {
    commit(write(schemaId, values));
  }
}
