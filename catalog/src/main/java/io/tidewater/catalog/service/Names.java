/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.service;

import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.NoSuchNamespaceException;

/**
 * What may be a name: anything but nothing at all and two control characters. U+001F separates the
 * levels of a namespace in the protocol, U+0000 ends strings in some databases.
 */
final class Names {
  private Names() {}

  static void check(Namespace namespace) {
    if (namespace.isEmpty()) {
      throw new IllegalArgumentException("A namespace has at least one level");
    }
    for (String level : namespace.levels()) {
      check(level, "A level of namespace " + namespace);
    }
  }

  static void check(TableIdentifier identifier) {
    if (identifier.namespace().isEmpty()) {
      throw new NoSuchNamespaceException(
          "Namespace does not exist: the empty one, in which %s would be", identifier.name());
    }
    check(identifier.name(), "The name of table or view " + identifier);
  }

  private static void check(String name, String what) {
    if (name.isEmpty()) {
      throw new IllegalArgumentException(what + " is empty");
    }
    if (name.indexOf('\u001f') >= 0 || name.indexOf('\0') >= 0) {
      throw new IllegalArgumentException(what + " holds the control character U+001F or U+0000");
    }
  }
}
