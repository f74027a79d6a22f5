/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.commit;

import java.util.List;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DeleteFile;

/**
 * What a unit changes in a table.
 *
 * @param files closed data files with new rows
 * @param deletes deletes of rows that came earlier, in the table or in these files
 */
public record Changes(List<DataFile> files, List<DeleteFile> deletes) {
  public Changes {
    files = List.copyOf(files);
    deletes = List.copyOf(deletes);
  }
}
