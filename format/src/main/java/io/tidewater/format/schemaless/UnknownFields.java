/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schemaless;

/** Told of fields that hold something and for which a table has no column. */
@FunctionalInterface
public interface UnknownFields {
  /**
   * Called while a value is converted, once per field.
   *
   * @param parent the full name of the struct that the field is in; empty for the table itself
   * @param name the field's own name
   */
  void unknown(String parent, String name);
}
