/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.schema.merge;

import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileScanTask;

/**
 * A file and what stands in for it.
 *
 * @param before the file, with the deletes that were applied
 * @param after the new one; may have no rows
 */
record FilledFile(FileScanTask before, DataFile after) {}
