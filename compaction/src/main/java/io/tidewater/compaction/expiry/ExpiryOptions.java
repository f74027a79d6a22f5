/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.expiry;

import io.tidewater.compaction.policy.PolicyOption;
import java.time.Duration;
import java.util.List;
import org.apache.iceberg.TableProperties;

/** What a policy says of the expiry of snapshots. */
public final class ExpiryOptions {
  public static final PolicyOption<Boolean> ENABLED =
      PolicyOption.flag(
          "expire.enabled",
          true,
          "Whether old snapshots expire. Tables with gc.enabled=false are left alone in any case.");

  public static final PolicyOption<Duration> MAX_AGE =
      PolicyOption.duration(
              "expire.max-snapshot-age",
              Duration.ofDays(5),
              "Snapshots older than this expire. A branch may say otherwise by its own"
                  + " max-snapshot-age-ms.")
          .orIceberg(TableProperties.MAX_SNAPSHOT_AGE_MS);

  public static final PolicyOption<Long> MIN_SNAPSHOTS =
      PolicyOption.count(
              "expire.min-snapshots",
              1,
              "So many of the newest snapshots of each branch stay, however old they are. A branch"
                  + " may say otherwise by its own min-snapshots-to-keep.")
          .orIceberg(TableProperties.MIN_SNAPSHOTS_TO_KEEP);

  public static final PolicyOption<Long> MAX_SNAPSHOTS =
      PolicyOption.count(
          "expire.max-snapshots",
          1_000,
          "Beyond so many on a branch the oldest snapshots expire before their age, because each"
              + " commit writes the list of all of them anew. Does not shorten an age that was set"
              + " for the table or the branch, unless this option is set too.");

  public static final PolicyOption<Duration> MIN_AGE =
      PolicyOption.duration(
          "expire.min-snapshot-age",
          Duration.ofHours(1),
          "Snapshots younger than this never expire, whatever else is said: queries and jobs may"
              + " be reading them.");

  public static final PolicyOption<Duration> MAX_REF_AGE =
      PolicyOption.duration(
              "expire.max-ref-age",
              RetentionLimits.FOR_EVER,
              "Branches (but main) and tags whose snapshot is older than this are removed. A"
                  + " branch or tag may say otherwise by its own max-ref-age-ms.")
          .orIceberg(TableProperties.MAX_REF_AGE_MS);

  public static final PolicyOption<List<String>> WATERMARKS =
      PolicyOption.list(
          "expire.watermarks",
          List.of("kafka.connect.offsets.*", "flink.max-committed-checkpoint-id"),
          "Keys of snapshot summaries by which other writers find where they stopped. The newest"
              + " snapshot of a branch with such a key stays, with all after it. An asterisk at"
              + " the end stands for anything. Tidewater's own ledger always stays.");

  public static final PolicyOption<Duration> WATERMARK_MAX_AGE =
      PolicyOption.duration(
          "expire.watermark-max-age",
          Duration.ofDays(30),
          "A foreign writer that has not committed for so long is taken for dead, and its"
              + " watermark holds nothing any more.");

  public static final PolicyOption<Duration> MAX_CLOCK_LEAD =
      PolicyOption.duration(
          "expire.max-clock-lead",
          Duration.ofDays(400),
          "When the clock of the service is ahead of a table's last change by more than this,"
              + " nothing expires: the clock is more likely wrong than the table that quiet. Raise"
              + " it for tables that are.");

  public static final PolicyOption<Long> TRIGGER =
      PolicyOption.count(
          "expire.trigger",
          10,
          "Expiry runs when so many snapshots may go, or when one could have gone a day ago.");

  public static final PolicyOption<Long> BATCH =
      PolicyOption.count(
          "expire.batch",
          500,
          "So many snapshots are removed by one commit; catalogs refuse requests that are too"
              + " large.");

  public static final PolicyOption<Boolean> DELETE_FILES =
      PolicyOption.flag(
          "expire.delete-files",
          true,
          "Whether the files that only expired snapshots held are deleted at once. Otherwise the"
              + " removal of orphans finds them.");

  public static final PolicyOption<Long> DELETES_PER_SECOND =
      PolicyOption.count(
          "expire.deletes-per-second", 1_000, "How many files a table's expiry deletes a second.");

  /** All of them. */
  public static final List<PolicyOption<?>> ALL =
      List.of(
          ENABLED,
          MAX_AGE,
          MIN_SNAPSHOTS,
          MAX_SNAPSHOTS,
          MIN_AGE,
          MAX_REF_AGE,
          WATERMARKS,
          WATERMARK_MAX_AGE,
          MAX_CLOCK_LEAD,
          TRIGGER,
          BATCH,
          DELETE_FILES,
          DELETES_PER_SECOND);

  private ExpiryOptions() {}
}
