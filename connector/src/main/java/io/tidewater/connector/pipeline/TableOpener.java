/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.pipeline;

import io.tidewater.connector.commit.Committer;
import io.tidewater.connector.commit.Patience;
import io.tidewater.connector.commit.SourceGuard;
import io.tidewater.connector.config.TableOptions;
import io.tidewater.connector.config.TableSettings;
import io.tidewater.connector.config.TombstonePolicy;
import io.tidewater.connector.config.WriteMode;
import io.tidewater.connector.record.RecordReading;
import io.tidewater.connector.record.RecordValue;
import io.tidewater.connector.table.KnownTable;
import io.tidewater.connector.table.MissingTableException;
import io.tidewater.connector.table.TableLayout;
import io.tidewater.connector.table.Tables;
import io.tidewater.connector.write.KeyDeletes;
import io.tidewater.connector.write.RecordRows;
import io.tidewater.connector.write.RowShape;
import io.tidewater.connector.write.TableFiles;
import io.tidewater.format.column.MetadataColumn;
import io.tidewater.format.column.MetadataColumns;
import io.tidewater.format.schema.ConflictPolicy;
import io.tidewater.format.schema.EvolutionOptions;
import io.tidewater.format.schema.FieldHistory;
import io.tidewater.format.schema.Incoming;
import io.tidewater.format.schema.NewTable;
import io.tidewater.format.schema.Requiredness;
import io.tidewater.format.schema.SchemaConflict;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.iceberg.Schema;
import org.apache.iceberg.SerializableTable;
import org.apache.iceberg.Table;
import org.apache.kafka.connect.sink.SinkRecord;

/** Opens tables for writing: creates the missing ones and evolves those that lag behind. */
public final class TableOpener {
  private static final String TEXT_FOR_NUMBERS =
      "the table has numbers, the records have text; rename the field in the records, or replace"
          + " the column in the table";
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
  public OpenTable open(TableTarget target, Table loaded) {
    Table table =
        options.evolve().layout()
            ? tables.evolveLayout(target.identifier(), loaded, layout(target))
            : loaded;
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

  /** What there is to know of a table as it is now. */
  KnownTable known(Table table) {
    return KnownTable.of(table, options.evolve().naming(), options.evolve().onConflict());
  }

  /** The id of a record's schema, see {@link RecordReading#schemaIdOf}. */
  OptionalInt schemaIdOf(SinkRecord record) {
    return shape.reading().schemaIdOf(record);
  }

  RecordRows rows(TableTarget target, KnownTable known) {
    return new RecordRows(known.schema(), known.history(), shapeOf(target));
  }

  TableFiles files(Table table) {
    // A copy that stays as it is, whatever the committing thread sees of the table meanwhile.
    return new TableFiles(SerializableTable.copyOf(table), options.writeProperties(), ids.get());
  }

  /** The deletes by key that a table needs, if it can have them. */
  Optional<KeyDeletes> keyDeletes(TableTarget target, Table table) {
    TableSettings settings = target.settings();
    if (settings.writeMode() == WriteMode.UPSERT) {
      Table copy = SerializableTable.copyOf(table);
      return Optional.of(KeyDeletes.ofUpserts(copy, settings.idColumns(), ids.get()));
    }
    return settings.tombstones() == TombstonePolicy.DELETE
        ? KeyDeletes.ofTombstones(SerializableTable.copyOf(table), ids.get())
        : Optional.empty();
  }

  /**
   * Evolves a table for a record, if it needs to be and may be.
   *
   * @param known the table that did not fit
   * @return the table as it is now; empty if the known one is the best there is
   */
  Optional<Table> evolve(
      TableTarget target, KnownTable known, SinkRecord record, RecordValue value) {
    RowShape rowShape = shapeOf(target);
    boolean evolves =
        options.evolve().enabled()
            && known
                .plan(rowShape.incoming(record, value, known.schema(), known.history()))
                .hasChanges();
    return evolves
        ? Optional.of(
            tables.evolve(
                target.identifier(),
                options.evolve(),
                now -> rowShape.incoming(record, value, now.schema(), now.history())))
        : Optional.empty();
  }

  /** Why the table must stop at a record that does not fit, if it must. */
  Optional<String> conflict(
      TableTarget target, KnownTable known, SinkRecord record, RecordValue value) {
    if (!options.evolve().enabled() || options.evolve().onConflict() != ConflictPolicy.FAIL) {
      return Optional.empty();
    }
    Incoming incoming = shapeOf(target).incoming(record, value, known.schema(), known.history());
    return known.plan(incoming).conflicts().stream()
        .findFirst()
        .map(SchemaConflict::describe)
        .or(
            () ->
                known.hasTextForNumbers(incoming)
                    ? Optional.of(TEXT_FOR_NUMBERS)
                    : Optional.empty())
        .map(conflict -> conflict + ", or choose another tidewater.on-conflict");
  }

  private Table create(TableTarget target, SinkRecord first) {
    if (!options.create().enabled()) {
      throw new MissingTableException(target.identifier());
    }
    Requiredness requiredness =
        options.evolve().forceOptional() ? Requiredness.ALL_OPTIONAL : Requiredness.AS_DECLARED;
    Incoming incoming =
        shapeOf(target).incoming(first, valueOf(first), NO_TABLE, FieldHistory.EMPTY);
    EvolutionOptions rules =
        new EvolutionOptions(
            options.create().formatVersion(),
            options.evolve().naming(),
            options.evolve().onConflict(),
            Set.of());
    return tables.create(
        target.identifier(), NewTable.of(incoming, requiredness, rules), layout(target));
  }

  private TableLayout layout(TableTarget target) {
    return new TableLayout(options.create(), target.settings());
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
