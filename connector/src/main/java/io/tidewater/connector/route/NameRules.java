/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.route;

import java.util.Arrays;
import java.util.Locale;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;

/**
 * How a topic's name becomes part of a table's: dots separate namespace levels, a dash becomes an
 * underscore or stays, letters become lower case or stay, and every other character that is no
 * ASCII letter, digit or underscore becomes an underscore.
 *
 * @param dashes what becomes of a dash
 * @param letterCase what becomes of upper-case letters
 * @param defaultNamespace the namespace of a name without a dot
 */
public record NameRules(Dashes dashes, LetterCase letterCase, Namespace defaultNamespace) {

  /** What becomes of a dash. Not every engine can name a table with a dash without quotes. */
  public enum Dashes {
    REPLACE,
    KEEP
  }

  /** What becomes of upper-case letters. Several catalogs know lower case only. */
  public enum LetterCase {
    LOWER,
    KEEP
  }

  /** The text with every character mapped by the rules; dots stay. */
  String fold(String text) {
    String legal = dashes == Dashes.KEEP ? "[^A-Za-z0-9_.-]" : "[^A-Za-z0-9_.]";
    String mapped = text.replaceAll(legal, "_");
    return letterCase == LetterCase.LOWER ? mapped.toLowerCase(Locale.ROOT) : mapped;
  }

  /** The route to a table by its dotted name, or to nowhere if a level of the name is empty. */
  Route toTable(String dottedName) {
    String[] levels = dottedName.split("\\.", -1);
    if (Arrays.stream(levels).anyMatch(String::isBlank)) {
      return Route.nowhere(
          "'%s' is no table name: a part between its dots is empty".formatted(dottedName));
    }
    String name = levels[levels.length - 1];
    return Route.to(
        levels.length == 1
            ? TableIdentifier.of(defaultNamespace, name)
            : TableIdentifier.of(Namespace.of(Arrays.copyOf(levels, levels.length - 1)), name));
  }
}
