/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.config.keys;

/** How many letters must be added, removed or replaced to make one word the other (Levenshtein). */
final class EditDistance {

  static int between(String left, String right) {
    int[] previous = new int[right.length() + 1];
    for (int column = 0; column <= right.length(); column++) {
      previous[column] = column;
    }
    for (int row = 1; row <= left.length(); row++) {
      int[] current = new int[right.length() + 1];
      current[0] = row;
      for (int column = 1; column <= right.length(); column++) {
        int replaced = previous[column - 1];
        if (left.charAt(row - 1) != right.charAt(column - 1)) {
          replaced++;
        }
        current[column] = Math.min(replaced, 1 + Math.min(previous[column], current[column - 1]));
      }
      previous = current;
    }
    return previous[right.length()];
  }

  private EditDistance() {}
}
