/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.storage;

import org.apache.iceberg.io.FileIO;

/** The files of a warehouse. */
public interface WarehouseFiles extends FileIO {
  /**
   * Whether a file that was there is gone, where looking costs nothing: on the local disk, where
   * people move files about. In an object store it would cost a request each time, and the answer
   * is always no.
   */
  boolean isGone(String location);
}
