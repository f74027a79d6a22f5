/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.registry;

import java.util.List;

/**
 * A schema registry, as far as reading records needs one. Thread-safe.
 *
 * <p>All methods throw {@link RegistryUnavailableException} if there is no answer, and {@link
 * UnknownSchemaException} if the answer is that there is no such thing.
 */
public interface SchemaRegistry extends AutoCloseable {
  /**
   * The schema of an id.
   *
   * @param subject a subject that the schema may be registered under, which tells the context; may
   *     be empty for the default context
   */
  RegisteredSchema schema(int id, String subject);

  /** The versions of a subject, ascending. */
  List<Integer> versions(String subject);

  /** A version of a subject. */
  RegisteredSchema version(String subject, int version);

  /** The newest version of a subject. */
  RegisteredSchema latest(String subject);

  @Override
  void close();
}
