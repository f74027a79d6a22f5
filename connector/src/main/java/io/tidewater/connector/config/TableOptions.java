/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.config;

import io.tidewater.connector.config.keys.KeyFamily;
import io.tidewater.connector.config.keys.OptionGroup;
import io.tidewater.format.schema.ColumnNames;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;

/**
 * How tables are created, evolved and written.
 *
 * @param create how missing tables come into being
 * @param evolve how their schemas follow the records
 * @param writeProperties properties of Iceberg's writers, which take precedence over the table's
 * @param defaults what holds for a table without settings of its own
 * @param exceptions what holds for the tables that have settings of their own
 */
public record TableOptions(
    CreateOptions create,
    EvolveOptions evolve,
    Map<String, String> writeProperties,
    TableSettings defaults,
    Map<TableIdentifier, TableSettings> exceptions) {
  static final String GROUP = "Tables";
  static final String AUTO_CREATE = "iceberg.tables.auto-create-enabled";
  static final String EVOLVE = "iceberg.tables.evolve-schema-enabled";
  static final String FORCE_OPTIONAL = "iceberg.tables.schema-force-optional";
  static final String CASE_INSENSITIVE = "iceberg.tables.schema-case-insensitive";
  static final String COLUMN_NAMES = "tidewater.column-names";
  static final String ON_CONFLICT = "tidewater.on-conflict";
  static final String EVOLVE_LAYOUT = "tidewater.evolve-layout";
  static final String FORMAT_VERSION = "tidewater.format-version";
  static final String PARTITION_BY = "iceberg.tables.default-partition-by";
  static final String SORT_BY = "tidewater.sort-by";
  static final String ID_COLUMNS = "iceberg.tables.default-id-columns";
  static final String BRANCH = "iceberg.tables.default-commit-branch";
  static final String WRITE_MODE = "tidewater.write.mode";
  static final String TOMBSTONES = "tidewater.tombstones";
  static final String CREATE_PREFIX = "iceberg.tables.auto-create-props.";
  static final String WRITE_PREFIX = "iceberg.tables.write-props.";

  public TableOptions {
    writeProperties = Map.copyOf(writeProperties);
    exceptions = Map.copyOf(exceptions);
  }

  /** What holds for a table. */
  public TableSettings of(TableIdentifier table) {
    return exceptions.getOrDefault(table, defaults);
  }

  static void define(ConfigDef definition) {
    new OptionGroup(definition, GROUP)
        .flag(
            AUTO_CREATE,
            null,
            Importance.HIGH,
            "Whether missing namespaces and tables are created. Unset: true where topics name the"
                + " tables, false with iceberg.tables or iceberg.tables.dynamic-enabled.")
        .flag(
            EVOLVE,
            null,
            Importance.HIGH,
            "Whether columns are added, widened and made optional as the records need it. Unset:"
                + " true where topics name the tables, false with iceberg.tables or"
                + " iceberg.tables.dynamic-enabled.")
        .text(
            PARTITION_BY,
            null,
            Importance.MEDIUM,
            "Partition spec of created tables, with commas between its fields: column, year(c),"
                + " month(c), day(c), hour(c), bucket(c, n), truncate(c, n), void(c). Metadata"
                + " columns may be used: day(_kafka_timestamp).")
        .text(
            SORT_BY,
            null,
            Importance.LOW,
            "Sort order of created tables, with commas between its fields: a column or transform,"
                + " then asc or desc, then nulls first or nulls last.")
        .text(
            FORMAT_VERSION,
            null,
            Importance.MEDIUM,
            "Version of the table format of created tables, 2 or 3. Unset: 2, or what"
                + " iceberg.tables.auto-create-props.format-version says.")
        .text(
            BRANCH,
            null,
            Importance.MEDIUM,
            "The branch that is committed to. Unset: main. It is created where it is missing.")
        .text(
            ID_COLUMNS,
            null,
            Importance.LOW,
            "Columns that identify a row, with commas between them. In upsert mode they are the key,"
                + " in place of the record's; their values must not be null. Appended rows have no"
                + " use for them.")
        .choice(
            WRITE_MODE,
            WriteMode.APPEND,
            Importance.HIGH,
            "What a record does to the rows of its key that came before it: append, nothing, each"
                + " record is a row; upsert, it replaces them, so that the table holds the latest row"
                + " of each key. The key is _kafka_key, or the id columns. Upsert needs a table that"
                + " is not partitioned; a record without a key is a bad one.")
        .text(
            TOMBSTONES,
            null,
            Importance.MEDIUM,
            "What becomes of a record without a value: keep, a row of nulls with its metadata;"
                + " soft-delete, the same with _kafka_deleted true; delete, the rows of its key that"
                + " came before it are deleted (needs _kafka_key, and a table that is not"
                + " partitioned); dead-letter, it is a bad record; fail, the table stops. Unset:"
                + " delete in upsert mode, else keep.")
        .flag(
            FORCE_OPTIONAL,
            false,
            Importance.LOW,
            "Whether created and added columns are optional even if their field is required.")
        .flag(
            CASE_INSENSITIVE,
            false,
            Importance.LOW,
            "Whether a field finds its column whatever the case of its letters.")
        .choice(
            COLUMN_NAMES,
            ColumnNames.AS_IS,
            Importance.MEDIUM,
            "What new columns are called: as-is, as the records call them, or portable, as Glue,"
                + " Snowflake and BigQuery all take it: lower case, _ for all but letters and digits,"
                + " at most 255 characters. Where that makes two names the same the second ends in"
                + " __2.")
        .text(
            ON_CONFLICT,
            null,
            Importance.MEDIUM,
            "What becomes of a field whose values do not go into its column, however that is widened:"
                + " fail, the table stops; dead-letter, records that have a value there are rejected as"
                + " other bad ones; new-column, they get a column amount__v2 beside amount;"
                + " widen-to-string, the column steps aside as amount__v1 for one of text. Unset:"
                + " new-column where values have schemas from a registry, which has let the change"
                + " pass; else dead-letter where bad records are kept (tidewater.dead-letters=table or"
                + " errors.tolerance=all); else fail.")
        .flag(
            EVOLVE_LAYOUT,
            false,
            Importance.LOW,
            "Whether a table that exists gets the partition spec and the sort order that are"
                + " configured for it, when a task opens it. What is written already stays as it is."
                + " An empty configuration changes nothing.");
  }

  static List<KeyFamily> families() {
    return List.of(
        new KeyFamily(CREATE_PREFIX + "*", GROUP, "Table properties of created tables."),
        new KeyFamily(
            WRITE_PREFIX + "*",
            GROUP,
            "Properties of Iceberg's writers, which take precedence over the table's, for instance"
                + " write.target-file-size-bytes."));
  }
}
