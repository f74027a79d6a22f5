/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A table's name with variables in it, such as {@code lake.${topic.name}}. What stands around the
 * variables is taken literally.
 */
final class NameTemplate {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)}");

  private final String text;
  private final List<Part> parts;

  private NameTemplate(String text, List<Part> parts) {
    this.text = text;
    this.parts = List.copyOf(parts);
  }

  /**
   * Parses a template.
   *
   * @throws IllegalArgumentException if it is empty or has a variable that is none of the known
   */
  static NameTemplate parse(String text, Set<String> variables) {
    List<Part> parts = new ArrayList<>();
    Matcher matcher = VARIABLE.matcher(text);
    int end = 0;
    while (matcher.find()) {
      parts.add(new Part(text.substring(end, matcher.start()), false));
      parts.add(new Part(known(matcher.group(1), variables), true));
      end = matcher.end();
    }
    parts.add(new Part(text.substring(end), false));
    parts.removeIf(part -> part.text.isEmpty());
    if (text.isBlank() || parts.stream().anyMatch(part -> !part.variable && part.isMalformed())) {
      throw new IllegalArgumentException(
          "'%s' is no table name: it needs names between its dots, and variables as ${%s}"
              .formatted(text, String.join("}, ${", variables)));
    }
    return new NameTemplate(text, parts);
  }

  private static String known(String variable, Set<String> variables) {
    if (!variables.contains(variable)) {
      throw new IllegalArgumentException(
          "There is no variable ${%s}; there are %s".formatted(variable, variables));
    }
    return variable;
  }

  /** Whether it always gives the same name. */
  boolean isConstant() {
    return parts.stream().noneMatch(Part::variable);
  }

  /** Whether it has one of some variables. */
  boolean hasVariable(Predicate<String> wanted) {
    return parts.stream().anyMatch(part -> part.variable && wanted.test(part.text));
  }

  /** The name that results when each variable is replaced by its value. */
  String expand(UnaryOperator<String> valueOf) {
    return parts.stream()
        .map(part -> part.variable ? valueOf.apply(part.text) : part.text)
        .collect(Collectors.joining());
  }

  /** Whether the template may give this name, whatever the values of its variables. */
  boolean mayGive(String name) {
    String pattern =
        parts.stream()
            .map(part -> part.variable ? ".*" : Pattern.quote(part.text))
            .collect(Collectors.joining());
    return name.matches(pattern);
  }

  @Override
  public String toString() {
    return text;
  }

  private record Part(String text, boolean variable) {
    boolean isMalformed() {
      return text.contains("${") || text.contains("..") || text.chars().anyMatch(c -> c <= ' ');
    }
  }
}
