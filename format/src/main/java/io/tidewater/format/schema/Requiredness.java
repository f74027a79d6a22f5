/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

/** Which columns of a new table are required. */
public enum Requiredness {
  /** None: whatever a writer drops or leaves null later, the table takes it. The default. */
  ALL_OPTIONAL,
  /** Those that the record's schema calls required; evolution makes them optional when need be. */
  AS_DECLARED
}
