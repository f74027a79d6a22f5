/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.orphans;

import io.tidewater.compaction.policy.PolicyOption;
import java.time.Duration;
import java.util.List;

/** What a policy can say about files that no metadata names. */
public final class OrphanOptions {
  /** What happens to orphan files. */
  public enum Mode {
    /** Nothing: nobody looks for them. */
    OFF,
    /** They are counted; nothing is written or deleted. */
    REPORT,
    /** They are deleted, after their quarantine. */
    DELETE
  }

  /** What a table whose locations nobody can read means for the others. */
  public enum Unreadable {
    /** Its files could be anywhere, so nothing is deleted. */
    REFUSE,
    /** It is taken to have no file in the locations of others. */
    IGNORE
  }

  public static final PolicyOption<Mode> MODE =
      PolicyOption.choice(
          "orphans.mode",
          Mode.DELETE,
          "What happens to files in the table's locations that no metadata names: off, nobody"
              + " looks; report, they are counted by kind and nothing is written or deleted;"
              + " delete, they are put on a list, and deleted when a later look finds them"
              + " unchanged and still unnamed.");
  public static final PolicyOption<Duration> INTERVAL =
      PolicyOption.duration(
          "orphans.interval",
          Duration.ofDays(1),
          "How often the table's locations are listed. Listing costs a request for each thousand"
              + " files.");
  public static final PolicyOption<Duration> MIN_AGE =
      PolicyOption.duration(
          "orphans.min-age",
          Duration.ofDays(3),
          "Younger files are left alone: a writer may be about to commit them. By the clock of the"
              + " storage. At least 1h; has to exceed the longest time between a writer's first"
              + " file and its commit.");
  public static final PolicyOption<Duration> GRACE =
      PolicyOption.duration(
          "orphans.grace",
          Duration.ofDays(1),
          "How long a file is on the list before it is deleted, by the clock of the storage.");
  public static final PolicyOption<Duration> MAX_CLOCK_SKEW =
      PolicyOption.duration(
          "orphans.max-clock-skew",
          Duration.ofHours(1),
          "Nothing is deleted while the clocks of the service and of the storage are further apart"
              + " than this.");
  public static final PolicyOption<List<String>> EQUAL_SCHEMES =
      PolicyOption.list(
          "orphans.equal-schemes",
          List.of("s3a=s3", "s3n=s3"),
          "Schemes of locations that mean the same storage. A file that metadata names under"
              + " another scheme is reported and never deleted.");
  public static final PolicyOption<List<String>> EQUAL_AUTHORITIES =
      PolicyOption.list(
          "orphans.equal-authorities",
          List.of(),
          "Authorities of locations (name nodes, endpoints) that mean the same storage, such as"
              + " namenode1:8020=cluster. A file that metadata names under another authority is"
              + " reported and never deleted.");
  public static final PolicyOption<Unreadable> UNREADABLE_NEIGHBOURS =
      PolicyOption.choice(
          "orphans.unreadable-neighbours",
          Unreadable.REFUSE,
          "What another table of the catalog means that cannot be loaded: refuse, its files may lie"
              + " among this table's, so nothing is deleted; ignore, they do not.");
  public static final PolicyOption<Long> DELETES_PER_SECOND =
      PolicyOption.count(
          "orphans.deletes-per-second", 1000, "How many files are deleted in a second at most.");

  private OrphanOptions() {}

  /** All of them. */
  public static List<PolicyOption<?>> all() {
    return List.of(
        MODE,
        INTERVAL,
        MIN_AGE,
        GRACE,
        MAX_CLOCK_SKEW,
        EQUAL_SCHEMES,
        EQUAL_AUTHORITIES,
        UNREADABLE_NEIGHBOURS,
        DELETES_PER_SECOND);
  }
}
