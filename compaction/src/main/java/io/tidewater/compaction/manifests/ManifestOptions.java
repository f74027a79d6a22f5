/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.manifests;

import io.tidewater.compaction.policy.PolicyOption;
import java.time.Duration;
import java.util.List;
import org.apache.iceberg.TableProperties;

/** What a policy says of the rewriting of manifests. */
public final class ManifestOptions {
  public static final PolicyOption<Boolean> ENABLED =
      PolicyOption.flag("manifests.enabled", true, "Whether manifests are written anew.");

  public static final PolicyOption<Long> TARGET_SIZE =
      PolicyOption.bytes(
              "manifests.target-size",
              TableProperties.MANIFEST_TARGET_SIZE_BYTES_DEFAULT,
              "Size of the manifests that are written. Those of less than half of it are small.")
          .orIceberg(TableProperties.MANIFEST_TARGET_SIZE_BYTES);

  public static final PolicyOption<Long> MIN_INPUT =
      PolicyOption.count(
          "manifests.min-input", 30, "So many small manifests are worth writing anew.");

  public static final PolicyOption<Long> MAX_OVERLAP =
      PolicyOption.count(
          "manifests.max-overlap",
          4,
          "Manifests are clustered anew when a partition is, on average, within the range of more"
              + " than so many that also hold others.");

  public static final PolicyOption<Double> MIN_GAIN =
      PolicyOption.ratio(
          "manifests.min-gain",
          0.1,
          "Bytes that planning one query has to spare for each byte that is moved; 0.1 pays after"
              + " ten queries.");

  public static final PolicyOption<Duration> MIN_AGE =
      PolicyOption.duration(
          "manifests.min-age",
          Duration.ofMinutes(10),
          "Manifests younger than this are left alone: their writer may be about to merge them.");

  public static final PolicyOption<Long> MAX_BYTES =
      PolicyOption.bytes(
          "manifests.max-bytes", 256L << 20, "No more bytes of manifests are rewritten at once.");

  /** All of them. */
  public static final List<PolicyOption<?>> ALL =
      List.of(ENABLED, TARGET_SIZE, MIN_INPUT, MAX_OVERLAP, MIN_GAIN, MIN_AGE, MAX_BYTES);

  private ManifestOptions() {}
}
