/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.registry;

/**
 * A registry has no such schema, or one that the records cannot have been written with. The record
 * that names it is at fault, not the registry: it is rejected as one that cannot be read.
 */
public final class UnknownSchemaException extends RuntimeException {
  /**
   * @param message which schema, of which registry, and what to do
   */
  public UnknownSchemaException(String message) {
    super(message, null, false, false);
  }
}
