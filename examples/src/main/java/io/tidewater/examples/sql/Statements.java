/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a text into SQL statements at semicolons, but not at those in quotes or comments. Comments
 * are kept; a statement of nothing else is dropped.
 */
final class Statements {
  private final List<String> found = new ArrayList<>();
  private final StringBuilder current = new StringBuilder();
  private final String text;
  private boolean saysSomething;

  private Statements(String text) {
    this.text = text;
  }

  static List<String> of(String text) {
    return new Statements(text).split();
  }

  private List<String> split() {
    int position = 0;
    while (position < text.length()) {
      int end = endOfPiece(position);
      String piece = text.substring(position, end);
      if (piece.equals(";")) {
        finish();
      } else {
        current.append(piece);
        saysSomething |= !piece.isBlank() && !piece.startsWith("--") && !piece.startsWith("/*");
      }
      position = end;
    }
    finish();
    return List.copyOf(found);
  }

  /** The end of the quoted text, the comment, or else the one character that begins here. */
  private int endOfPiece(int start) {
    char first = text.charAt(start);
    if (first == '\'' || first == '"' || first == '`') {
      return endOfQuoted(start, first);
    }
    if (text.startsWith("--", start)) {
      return before("\n", start);
    }
    if (text.startsWith("/*", start)) {
      return Math.min(text.length(), before("*/", start + 2) + 2);
    }
    return start + 1;
  }

  /** A doubled quote reopens at once; in Spark a backslash guards the character after it. */
  private int endOfQuoted(int start, char quote) {
    for (int i = start + 1; i < text.length(); i++) {
      if (text.charAt(i) == '\\' && quote != '`') {
        i++;
      } else if (text.charAt(i) == quote) {
        return i + 1;
      }
    }
    return text.length();
  }

  private int before(String mark, int start) {
    int found = text.indexOf(mark, start);
    return found < 0 ? text.length() : found;
  }

  private void finish() {
    if (saysSomething) {
      found.add(current.toString().strip());
    }
    current.setLength(0);
    saysSomething = false;
  }
}
