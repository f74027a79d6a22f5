/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

/**
 * A record's schema that no table can have. The message names the path in the schema, what stands
 * there and what to do.
 */
public final class UnsupportedSchemaException extends RuntimeException {
  public UnsupportedSchemaException(String path, String reason) {
    super((path.isEmpty() ? "the value" : path) + ": " + reason);
  }
}
