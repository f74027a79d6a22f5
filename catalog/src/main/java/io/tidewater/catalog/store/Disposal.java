/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.store;

/** What becomes of the files of a table that is dropped. */
public enum Disposal {
  /** They stay, for whoever knows the metadata location. */
  KEEP_FILES,
  /** They are deleted, some time after the drop was answered. */
  PURGE_FILES
}
