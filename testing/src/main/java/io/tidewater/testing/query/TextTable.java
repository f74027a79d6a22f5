/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.query;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Renders rows for a terminal: columns as wide as their widest cell, numbers to the right. */
final class TextTable {
  private static final int WIDEST = 60;

  private final List<Integer> widths;

  private TextTable(List<Integer> widths) {
    this.widths = widths;
  }

  static String of(QueryResult result) {
    if (result.columns().isEmpty()) {
      return "";
    }
    List<List<String>> texts = new ArrayList<>();
    texts.add(result.columns().stream().map(TextTable::shortened).toList());
    for (List<@Nullable Object> row : result.rows()) {
      texts.add(row.stream().map(cell -> shortened(String.valueOf(cell))).toList());
    }
    TextTable table = new TextTable(widths(texts));
    StringBuilder text = new StringBuilder();
    text.append(table.header(texts.get(0))).append(table.rule());
    for (int row = 0; row < result.rows().size(); row++) {
      text.append(table.line(result.rows().get(row), texts.get(row + 1)));
    }
    return text.append(count(result)).toString();
  }

  private static String count(QueryResult result) {
    int rows = result.rows().size();
    if (result.truncated()) {
      return "(the first " + rows + " rows; there are more)\n";
    }
    return rows == 1 ? "(1 row)\n" : "(" + rows + " rows)\n";
  }

  private static String shortened(String text) {
    String line = text.replace('\n', ' ');
    return line.length() <= WIDEST ? line : line.substring(0, WIDEST - 1) + "…";
  }

  private static List<Integer> widths(List<List<String>> texts) {
    return IntStream.range(0, texts.get(0).size())
        .mapToObj(column -> texts.stream().mapToInt(row -> row.get(column).length()).max())
        .map(widest -> widest.orElse(0))
        .toList();
  }

  private String header(List<String> names) {
    return joined(IntStream.range(0, names.size()).mapToObj(i -> left(names.get(i), i)).toList());
  }

  private String rule() {
    return widths.stream().map("-"::repeat).collect(Collectors.joining("-+-")) + "\n";
  }

  private String line(List<@Nullable Object> cells, List<String> texts) {
    return joined(
        IntStream.range(0, texts.size())
            .mapToObj(
                i ->
                    cells.get(i) instanceof Number ? right(texts.get(i), i) : left(texts.get(i), i))
            .toList());
  }

  private static String joined(List<String> cells) {
    return String.join(" | ", cells).stripTrailing() + "\n";
  }

  private String left(String text, int column) {
    return text + " ".repeat(widths.get(column) - text.length());
  }

  private String right(String text, int column) {
    return " ".repeat(widths.get(column) - text.length()) + text;
  }
}
