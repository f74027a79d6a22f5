/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.reject;

import io.tidewater.format.value.ValueMismatchException;
import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Why a record cannot become a row.
 *
 * @param type the kind of cause
 * @param reason what does not fit, and where
 * @param schemaId the registry's id of the value's schema, if known
 */
public record Misfit(Type type, String reason, @Nullable Integer schemaId) {

  /** A kind of cause, by which dead letters can be told apart. */
  public enum Type {
    /** A value does not fit its column, or the payload is malformed. */
    VALUE,
    /** No table can hold records of this schema, or the registry does not have it. */
    SCHEMA,
    /** A null value, which the table's policy does not take. */
    TOMBSTONE,
    /** No table takes the record. */
    UNROUTED;

    /** As the column of dead letters holds it. */
    public String columnValue() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The misfit that an exception of a conversion tells.
   *
   * @param schemaId the registry's id of the value's schema, if known
   */
  public static Misfit of(RuntimeException cause, OptionalInt schemaId) {
    Type type = cause instanceof ValueMismatchException ? Type.VALUE : Type.SCHEMA;
    return new Misfit(
        type,
        String.valueOf(cause.getMessage()),
        schemaId.isPresent() ? schemaId.getAsInt() : null);
  }

  /** The reason, with the schema's id if it is known. */
  public String explanation() {
    return schemaId == null ? reason : reason + " (schema id " + schemaId + ")";
  }
}
