/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.pipeline;

import io.tidewater.connector.commit.Committer;
import io.tidewater.connector.commit.Patience;
import io.tidewater.connector.commit.SourceGuard;
import io.tidewater.connector.config.TableOptions;
import io.tidewater.connector.config.TombstonePolicy;
import io.tidewater.connector.record.RecordReading;
import io.tidewater.connector.record.RecordValue;
import io.tidewater.connector.table.MissingTableException;
import io.tidewater.connector.table.TableLayout;
import io.tidewater.connector.table.Tables;
import io.tidewater.connector.write.KeyDeletes;
import io.tidewater.connector.write.RecordRows;
import io.tidewater.connector.write.RowShape;
import io.tidewater.connector.write.TableFiles;
import io.tidewater.format.column.MetadataColumn;
import io.tidewater.format.column.MetadataColumns;
import io.tidewater.format.schema.EvolutionOptions;
import io.tidewater.format.schema.FieldHistory;
import io.tidewater.format.schema.Incoming;
import io.tidewater.format.schema.NameMatching;
import io.tidewater.format.schema.Requiredness;
import io.tidewater.format.schema.SchemaEvolution;
import io.tidewater.format.schema.TableSchema;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.iceberg.Schema;
import org.apache.iceberg.SerializableTable;
import org.apache.iceberg.Table;
import org.apache.iceberg.types.Types.StructType;
import org.apache.kafka.connect.sink.SinkRecord;

/** Opens tables for writing: creates the missing ones and evolves those that lag behind. */
public final class TableOpener {
  private static final Schema NO_TABLE = new Schema();

  private final Tables tables;
  private final TableOptions options;
  private final RowShape shape;
  private final SourceGuard guard;
  private final Patience patience;
  private final Supplier<UUID> ids;

  /**
   * @param ids unique ids, for the names of files
   * @param shape of the rows of a table with a sole topic; others name their topic besides
   */
  public TableOpener(
      Tables tables,
      TableOptions options,
      RowShape shape,
      SourceGuard guard,
      Patience patience,
      Supplier<UUID> ids) {
    this.tables = tables;
    this.options = options;
    this.shape = shape;
    this.guard = guard;
    this.patience = patience;
    this.ids = ids;
  }

  /** Opens a table that exists. */
  public OpenTable open(TableTarget target, Table table) {
    Committer committer =
        new Committer(table, target.settings().branch(), target.soleTopic(), guard, patience);
    return new OpenTable(target, this, table, committer);
  }

  /**
   * Opens the table of a record, after creating it if it is missing.
   *
   * @throws MissingTableException if it is missing and must not be created
   */
  OpenTable open(TableTarget target, SinkRecord first) {
    Optional<Table> existing = tables.load(target.identifier());
    return open(target, existing.isPresent() ? existing.get() : create(target, first));
  }

  /** A record's value and its schema, see {@link RecordReading#valueOf}. */
  RecordValue valueOf(SinkRecord record) {
    return shape.reading().valueOf(record);
  }

  /** The name of a record's type, see {@link RecordReading#typeOf}. */
  String typeOf(SinkRecord record) {
    return shape.reading().typeOf(record);
  }

  RecordRows rows(TableTarget target, Table table) {
    return new RecordRows(table.schema(), FieldHistory.EMPTY, shapeOf(target));
  }

  TableFiles files(Table table) {
    // A copy that stays as it is, whatever the committing thread sees of the table meanwhile.
    return new TableFiles(SerializableTable.copyOf(table), options.writeProperties(), ids.get());
  }

  Optional<KeyDeletes> keyDeletes(Table table) {
    return KeyDeletes.of(SerializableTable.copyOf(table), ids.get());
  }

  /**
   * Evolves a table for a record, if it needs to be and may be.
   *
   * @param known the schema that did not fit, in a table of that format version
   * @return the table with another schema; empty if that schema is the best there is
   */
  Optional<Table> evolve(
      TableTarget target, Schema known, int formatVersion, SinkRecord record, RecordValue value) {
    if (!options.evolve().enabled()) {
      return Optional.empty();
    }
    RowShape rowShape = shapeOf(target);
    NameMatching matching = rowShape.mapping().nameMatching();
    StructType incoming = rowShape.incoming(record, value, known).type();
    EvolutionOptions rules = new EvolutionOptions(formatVersion, matching);
    return SchemaEvolution.plan(known, incoming, rules).changes().isEmpty()
        ? Optional.empty()
        : Optional.of(
            tables.evolve(
                target.identifier(),
                matching,
                schema -> rowShape.incoming(record, value, schema).type()));
  }

  private Table create(TableTarget target, SinkRecord first) {
    if (!options.create().enabled()) {
      throw new MissingTableException(target.identifier());
    }
    Requiredness requiredness =
        options.evolve().forceOptional() ? Requiredness.ALL_OPTIONAL : Requiredness.AS_DECLARED;
    Incoming incoming = shapeOf(target).incoming(first, valueOf(first), NO_TABLE);
    Schema schema = TableSchema.of(incoming.type(), requiredness);
    return tables.create(
        target.identifier(), schema, new TableLayout(options.create(), target.settings()));
  }

  private RowShape shapeOf(TableTarget target) {
    MetadataColumns metadata = shape.metadata();
    if (target.settings().tombstones() == TombstonePolicy.SOFT_DELETE) {
      metadata = metadata.with(MetadataColumn.DELETED);
    }
    return new RowShape(
        shape.reading(),
        target.soleTopic().isPresent() ? metadata.without(MetadataColumn.TOPIC) : metadata);
  }
}
