/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.schema.follow;

import io.tidewater.format.registry.SchemaRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;

/** The versions of subjects, read from the newest back. */
final class Versions {
  private final SchemaRegistry registry;

  Versions(SchemaRegistry registry) {
    this.registry = registry;
  }

  /**
   * The versions of a subject whose schemas are newer than one, the oldest first, and in any case
   * the newest version: it may have an older schema that was registered again.
   *
   * @throws io.tidewater.format.registry.UnknownSchemaException there is no such subject
   * @throws io.tidewater.format.registry.RegistryUnavailableException there is no answer
   */
  List<Version> since(String subject, int schemaId) {
    List<Integer> numbers = registry.versions(subject);
    List<Version> newer = new ArrayList<>();
    ListIterator<Integer> back = numbers.listIterator(numbers.size());
    while (back.hasPrevious()) {
      int number = back.previous();
      Version version = new Version(subject, number, registry.version(subject, number));
      if (version.schemaId() <= schemaId && !newer.isEmpty()) {
        break;
      }
      newer.add(0, version);
      if (version.schemaId() <= schemaId) {
        break;
      }
    }
    return newer;
  }
}
