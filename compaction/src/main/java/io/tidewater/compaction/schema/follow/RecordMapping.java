/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.schema.follow;

import io.tidewater.compaction.policy.Policy;
import io.tidewater.format.column.KeyType;
import io.tidewater.format.column.MetadataColumn;
import io.tidewater.format.column.MetadataColumns;
import io.tidewater.format.schema.ConflictPolicy;
import io.tidewater.format.schema.EvolutionOptions;
import io.tidewater.format.schema.EvolutionPlan;
import io.tidewater.format.schema.FieldHistory;
import io.tidewater.format.schema.Incoming;
import io.tidewater.format.schema.MappingOptions;
import io.tidewater.format.schema.SchemaEvolution;
import java.util.Arrays;
import java.util.List;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableUtil;

/**
 * By what rules a table's records become its rows, as far as the policy knows.
 *
 * @param onConflict what becomes of a field that its column cannot hold
 * @param message which message of a Protobuf schema
 */
record RecordMapping(MappingOptions options, ConflictPolicy onConflict, List<Integer> message) {
  RecordMapping {
    message = List.copyOf(message);
  }

  /**
   * @throws IllegalArgumentException an option has a value that it cannot have
   */
  static RecordMapping of(Policy policy, Table table) {
    MappingOptions options =
        new MappingOptions(
            policy.get(FollowOptions.TIME_OF_DAY),
            policy.get(FollowOptions.NANO_TIMESTAMPS),
            policy.get(FollowOptions.SEMI_STRUCTURED).in(TableUtil.formatVersion(table)),
            Math.toIntExact(policy.get(FollowOptions.RECURSION_DEPTH)),
            FollowOptions.naming(policy));
    List<Integer> message =
        policy.get(FollowOptions.MESSAGE).stream().map(String::trim).map(Integer::valueOf).toList();
    return new RecordMapping(options, policy.get(FollowOptions.ON_CONFLICT), message);
  }

  RecordMapping with(ConflictPolicy chosen) {
    return new RecordMapping(options, chosen, message);
  }

  /** What has to happen to a table, as of its last refresh, before such values are written. */
  EvolutionPlan plan(Table table, Incoming values) {
    Incoming rows = values.with(metadataOf(table.schema()).appendTo(values.type()));
    return SchemaEvolution.plan(
        table.schema(),
        FieldHistory.of(table.properties()),
        rows,
        EvolutionOptions.of(table, options.naming(), onConflict));
  }

  /** The metadata columns that a table has: the sink goes on filling them. */
  private static MetadataColumns metadataOf(Schema table) {
    List<MetadataColumn> present =
        Arrays.stream(MetadataColumn.values())
            .filter(column -> table.asStruct().field(column.columnName()) != null)
            .toList();
    return MetadataColumns.of(present).with(KeyType.of(table));
  }
}
