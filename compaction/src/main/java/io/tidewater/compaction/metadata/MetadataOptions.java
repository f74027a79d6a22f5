/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.metadata;

import io.tidewater.compaction.policy.PolicyOption;
import java.util.List;

/** What a policy says of metadata files. */
public final class MetadataOptions {
  public static final PolicyOption<Boolean> DELETE_OLD =
      PolicyOption.flag(
          "metadata.delete-old",
          true,
          "Whether metadata files that the table no longer lists are deleted by whoever commits."
              + " Sets write.metadata.delete-after-commit.enabled on tables that do not say. Turn it"
              + " off for tables whose old metadata files are registered somewhere else.");

  public static final PolicyOption<Long> PREVIOUS_VERSIONS =
      PolicyOption.count(
          "metadata.previous-versions",
          100,
          "So many previous metadata files are kept. Sets write.metadata.previous-versions-max on"
              + " tables that do not say.");

  public static final PolicyOption<Boolean> COMPRESS =
      PolicyOption.flag(
          "metadata.compress",
          false,
          "Whether metadata files are compressed. Sets write.metadata.compression-codec to gzip on"
              + " tables that do not say. Spark, Flink, Trino and PyIceberg read either; readers that"
              + " are given the path of a metadata file may need to be told.");

  public static final PolicyOption<Long> LARGE =
      PolicyOption.bytes(
          "metadata.large",
          4L << 20,
          "A metadata file of this size that is not compressed is reported.");

  /** All of them. */
  public static final List<PolicyOption<?>> ALL =
      List.of(DELETE_OLD, PREVIOUS_VERSIONS, COMPRESS, LARGE);

  private MetadataOptions() {}
}
