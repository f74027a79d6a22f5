/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.deletes;

import io.tidewater.compaction.policy.PolicyOption;
import java.time.Duration;
import java.util.List;
import org.apache.iceberg.TableProperties;

/** What a policy can say about deletes. */
public final class DeleteOptions {
  public static final PolicyOption<Duration> CONVERT_AFTER =
      PolicyOption.duration(
          "convert-deletes.after",
          Duration.ofMinutes(1),
          "How long an equality delete waits for others to be converted with, at most.");
  public static final PolicyOption<Long> CONVERT_FILES =
      PolicyOption.count(
          "convert-deletes.files",
          20,
          "So many equality deletes of a partition are converted at once, without waiting.");
  public static final PolicyOption<Long> CONVERT_BYTES =
      PolicyOption.bytes(
          "convert-deletes.bytes",
          64L << 20,
          "Equality deletes of a partition of so many bytes are converted at once, without"
              + " waiting.");
  public static final PolicyOption<Double> CONVERT_RATIO =
      PolicyOption.ratio(
          "convert-deletes.ratio",
          0.05,
          "Equality deletes of a partition that delete so many keys for each row of the table are"
              + " converted at once, without waiting.");
  public static final PolicyOption<Long> MEMORY =
      PolicyOption.bytes(
          "convert-deletes.memory",
          256L << 20,
          "Heap for the keys of equality deletes that are converted together. More of them take"
              + " several passes over the data files.");
  public static final PolicyOption<Long> REPACK_FILES =
      PolicyOption.count(
          "repack-deletes.files",
          16,
          "So many small files of deletion vectors in a partition are packed together.");
  public static final PolicyOption<Long> REPACK_TARGET =
      PolicyOption.bytes(
              "repack-deletes.target-size",
              TableProperties.DELETE_TARGET_FILE_SIZE_BYTES_DEFAULT,
              "How large files of deletion vectors are to be; those of less than half of it are"
                  + " small.")
          .orIceberg(TableProperties.DELETE_TARGET_FILE_SIZE_BYTES);
  public static final PolicyOption<Boolean> REMOVE_DANGLING =
      PolicyOption.flag(
          "repack-deletes.remove-dangling",
          true,
          "Whether delete files are removed that no live data file is subject to any more.");

  /** Those of conversion. */
  public static final List<PolicyOption<?>> OF_CONVERSION =
      List.of(CONVERT_AFTER, CONVERT_FILES, CONVERT_BYTES, CONVERT_RATIO, MEMORY);

  /** Those of packing and removing. */
  public static final List<PolicyOption<?>> OF_REPACKING =
      List.of(REPACK_FILES, REPACK_TARGET, REMOVE_DANGLING);

  private DeleteOptions() {}
}
