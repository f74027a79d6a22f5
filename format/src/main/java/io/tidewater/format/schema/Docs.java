/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The doc of a column, as some catalogs and engines need it: on one line. */
public final class Docs {
  private static final Pattern LINE_BREAKS = Pattern.compile("\\s*\\R\\s*");

  private Docs() {}

  /** A doc without line breaks; null if nothing is left of it. */
  public static @Nullable String onOneLine(@Nullable String doc) {
    if (doc == null || doc.isBlank()) {
      return null;
    }
    return LINE_BREAKS.matcher(doc.strip()).replaceAll(" ");
  }
}
