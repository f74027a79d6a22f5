/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.registry.http;

import io.tidewater.format.registry.Subject;
import io.tidewater.format.registry.UnknownSchemaException;
import io.tidewater.format.registry.http.SchemaAnswer.Reference;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Collects the schemas that a schema refers to, directly or not. A name that comes again is the
 * schema that had it first, as in Confluent's own clients; so circles end.
 */
final class References {
  private static final int MOST = 1000;
  private static final int DEEPEST = 100;

  private final RegistryServers servers;
  private final Subject root;
  private final Set<String> seen = new HashSet<>();
  private final Map<String, String> texts = new LinkedHashMap<>();

  /**
   * @param root the subject of the schema that refers first
   */
  References(RegistryServers servers, Subject root) {
    this.servers = servers;
    this.root = root;
  }

  /**
   * The texts by their names, each after those that it needs.
   *
   * @throws UnknownSchemaException if one is not there, or there are too many
   */
  Map<String, String> resolve(List<Reference> references) {
    resolve(references, root, 1);
    return texts;
  }

  private void resolve(List<Reference> references, Subject referring, int depth) {
    for (Reference reference : references) {
      if (seen.add(reference.name())) {
        if (seen.size() > MOST || depth > DEEPEST) {
          throw new UnknownSchemaException(
              "A schema refers to more than "
                  + MOST
                  + " others, or through more than "
                  + DEEPEST
                  + " of them, and is not resolved; the last one is "
                  + reference.name());
        }
        Subject subject = referring.resolve(reference.subject());
        String path = Paths.referred(subject.qualified(), reference.version());
        SchemaAnswer answer = SchemaAnswer.read(path, servers.ask(path));
        resolve(answer.references(), subject, depth + 1);
        texts.put(reference.name(), answer.text());
      }
    }
  }
}
