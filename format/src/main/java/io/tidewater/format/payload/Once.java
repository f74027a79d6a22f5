/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.payload;

import io.tidewater.format.registry.UnknownSchemaException;
import io.tidewater.format.schema.UnsupportedSchemaException;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is made of a schema, when it is first asked for: made once, or failed once. A schema that is
 * of no use comes with each of its records, and is not read again for each. Thread-safe.
 */
public final class Once<T> {
  private final Supplier<T> making;
  private @Nullable T made;
  private @Nullable RuntimeException failure;

  /**
   * @param making fails for what the schema is with {@link UnknownSchemaException} or {@link
   *     UnsupportedSchemaException}, which are kept; after anything else it is called again
   */
  public Once(Supplier<T> making) {
    this.making = Objects.requireNonNull(making, "making");
  }

  /** The same each time; of a failure the same exception. */
  public synchronized T get() {
    T known = made;
    if (known != null) {
      return known;
    }
    if (failure != null) {
      throw failure;
    }
    try {
      known = making.get();
      made = known;
      return known;
    } catch (UnknownSchemaException | UnsupportedSchemaException e) {
      failure = e;
      throw e;
    }
  }
}
