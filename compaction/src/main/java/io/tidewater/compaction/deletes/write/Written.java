/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.deletes.write;

import io.tidewater.compaction.drift.FileKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.util.ContentFileUtil;
import org.jspecify.annotations.Nullable;

/**
 * The positions of one data file, as written to a file.
 *
 * @param file whose rows they are
 * @param added says all that the data file's deletes say now; empty if they said it before
 * @param replaced what it takes the place of
 * @param basis all deletes that it was made from
 */
public record Written(
    DataFile file, Optional<DeleteFile> added, List<DeleteFile> replaced, Set<FileKey> basis) {

  /** Whether it still says all, where the data file has these deletes. */
  public boolean standsOn(List<DeleteFile> deletes) {
    return basis.equals(deletes.stream().map(FileKey::of).collect(Collectors.toSet()));
  }

  /** Those of some deletes are replaced that speak of this data file only. */
  Written replacing(List<DeleteFile> some) {
    return new Written(
        file, added, some.stream().filter(ContentFileUtil::isFileScoped).toList(), basis);
  }

  Written with(@Nullable DeleteFile nowAdded) {
    return new Written(file, Optional.ofNullable(nowAdded), replaced, basis);
  }
}
