/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a file that has an edition, where others have a syntax. The parser knows none, but
 * their grammar is that of proto3 with more words, none of which says anything of the bytes.
 */
final class EditionText {
  private static final Pattern EDITION =
      Pattern.compile("(?m)^(\\s*)edition(\\s*=\\s*)([\"'])\\d+\\3");
  private static final Pattern VISIBILITY =
      Pattern.compile("\\b(?:export|local)\\s+(?=(?:message|enum)\\s)");
  private static final Pattern OPTION_IMPORT = Pattern.compile("\\bimport\\s+option\\b");
  private static final Pattern RESERVED_NAMES =
      Pattern.compile("\\breserved\\s+[A-Za-z_]\\w*(?:\\s*,\\s*[A-Za-z_]\\w*)*\\s*;");
  private static final Pattern NAME = Pattern.compile("(?<!^)\\b[A-Za-z_]\\w*");

  private EditionText() {}

  /** Whether a file has an edition. */
  static boolean isOne(String text) {
    return EDITION.matcher(text).find();
  }

  /** The same file as the parser can read it; every line stays where it is. */
  static String readable(String text) {
    String syntax = EDITION.matcher(text).replaceFirst("$1syntax$2\"proto3\"");
    String visible = VISIBILITY.matcher(syntax).replaceAll("");
    String imports = OPTION_IMPORT.matcher(visible).replaceAll("import");
    return RESERVED_NAMES
        .matcher(imports)
        .replaceAll(
            reserved ->
                Matcher.quoteReplacement(NAME.matcher(reserved.group()).replaceAll("\"$0\"")));
  }
}
