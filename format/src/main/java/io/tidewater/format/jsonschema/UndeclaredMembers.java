/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.jsonschema;

/**
 * What becomes of the members that an object has beyond those that its schema declares, where the
 * schema lets them be there: where {@code additionalProperties} is not {@code false}.
 */
public enum UndeclaredMembers {
  /**
   * They are kept, as one semi-structured value per object, in a column {@code _extra} beside the
   * declared members. The default.
   */
  COLUMN,
  /** A record that has any is refused. */
  REFUSE,
  /** They are dropped. Only for topics of which that is known to be meant. */
  IGNORE
}
