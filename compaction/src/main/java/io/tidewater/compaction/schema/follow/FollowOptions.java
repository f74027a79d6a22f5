/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.schema.follow;

import io.tidewater.compaction.policy.Policy;
import io.tidewater.compaction.policy.PolicyOption;
import io.tidewater.format.schema.ColumnNames;
import io.tidewater.format.schema.ConflictPolicy;
import io.tidewater.format.schema.NameMatching;
import io.tidewater.format.schema.Naming;
import io.tidewater.format.schema.NanoTimestamps;
import io.tidewater.format.schema.TimeOfDay;
import java.util.List;

/**
 * How a table follows the registry. The options that map records to columns have the defaults of
 * the sink's, and have to be set as the sink's are.
 */
public final class FollowOptions {
  /** What stands for the name of a topic in {@link #SUBJECTS}. */
  static final String TOPIC = "{topic}";

  public static final PolicyOption<Boolean> FOLLOW =
      PolicyOption.flag(
          "schema.follow-registry",
          true,
          "Whether a table gets columns, wider types, names, docs and defaults as soon as a schema"
              + " is registered, before its first record. Needs a registry, and a table that has"
              + " followed one before. Nothing is ever dropped.");

  public static final PolicyOption<List<String>> SUBJECTS =
      PolicyOption.list(
          "schema.subjects",
          List.of(TOPIC + "-value"),
          "The subjects that a table follows; "
              + TOPIC
              + " stands for the name of each topic that the table's ledger knows.");

  public static final PolicyOption<ConflictPolicy> ON_CONFLICT =
      PolicyOption.choice(
          "schema.on-conflict",
          ConflictPolicy.FAIL,
          "What becomes of a field that its column cannot hold. With fail and dead-letter the"
              + " conflict is reported, the table's other columns follow, and the sink does what"
              + " its tidewater.on-conflict says when a record comes. Set it as the sink's to have"
              + " the other column ahead of the records.");

  public static final PolicyOption<TimeOfDay> TIME_OF_DAY =
      PolicyOption.choice(
          "schema.time-of-day", TimeOfDay.STRING, "As the sink's tidewater.time-of-day.");

  public static final PolicyOption<NanoTimestamps> NANO_TIMESTAMPS =
      PolicyOption.choice(
          "schema.nano-timestamps",
          NanoTimestamps.STRING,
          "As the sink's tidewater.nano-timestamps.");

  public static final PolicyOption<SemiStructuredColumns> SEMI_STRUCTURED =
      PolicyOption.choice(
          "schema.semi-structured",
          SemiStructuredColumns.BY_FORMAT_VERSION,
          "As the sink's tidewater.semi-structured.");

  public static final PolicyOption<Long> RECURSION_DEPTH =
      PolicyOption.count("schema.recursion-depth", 0, "As the sink's tidewater.recursion-depth.");

  public static final PolicyOption<Boolean> CASE_INSENSITIVE =
      PolicyOption.flag(
          "schema.case-insensitive",
          false,
          "As the sink's iceberg.tables.schema-case-insensitive.");

  public static final PolicyOption<ColumnNames> COLUMN_NAMES =
      PolicyOption.choice(
          "schema.column-names", ColumnNames.AS_IS, "As the sink's tidewater.column-names.");

  public static final PolicyOption<List<String>> MESSAGE =
      PolicyOption.list(
          "schema.protobuf-message",
          List.of("0"),
          "Which message of a Protobuf schema the records are, counted from 0; with commas, one"
              + " within another.");

  /** All of them. */
  public static final List<PolicyOption<?>> ALL =
      List.of(
          FOLLOW,
          SUBJECTS,
          ON_CONFLICT,
          TIME_OF_DAY,
          NANO_TIMESTAMPS,
          SEMI_STRUCTURED,
          RECURSION_DEPTH,
          CASE_INSENSITIVE,
          COLUMN_NAMES,
          MESSAGE);

  private FollowOptions() {}

  /** How names of fields and names of columns go together in a table. */
  public static Naming naming(Policy policy) {
    return new Naming(
        policy.get(CASE_INSENSITIVE) ? NameMatching.CASE_INSENSITIVE : NameMatching.CASE_SENSITIVE,
        policy.get(COLUMN_NAMES));
  }
}
