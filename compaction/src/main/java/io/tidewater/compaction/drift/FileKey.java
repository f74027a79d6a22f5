/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.drift;

import org.apache.iceberg.ContentFile;
import org.apache.iceberg.DeleteFile;
import org.jspecify.annotations.Nullable;

/**
 * What tells a file of a table from others: its location, and for deletion vectors, of which many
 * share a Puffin file, where in it they begin.
 */
public record FileKey(String location, @Nullable Long contentOffset) {
  public static FileKey of(ContentFile<?> file) {
    return new FileKey(
        file.location(), file instanceof DeleteFile delete ? delete.contentOffset() : null);
  }
}
