/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.schema.follow;

import io.tidewater.format.registry.RegisteredSchema;

/** A version of a subject. */
record Version(String subject, int number, RegisteredSchema schema) {
  int schemaId() {
    return schema.id();
  }

  @Override
  public String toString() {
    return "version " + number + " of " + subject + " (schema id " + schemaId() + ")";
  }
}
