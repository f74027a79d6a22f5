/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.route;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The template that names the table of a topic, or of a type of records in it. Its variables are
 * {@code ${topic}}, the name whose dots separate namespace levels; {@code ${topic.name}}, what
 * follows the last dot; {@code ${topic.namespace}}, what precedes it or else the default namespace;
 * and {@code ${topic.flat}}, the name with underscores for dots. {@code ${record}}, {@code
 * ${record.name}}, {@code ${record.namespace}} and {@code ${record.flat}} are the same of the full
 * name of the type.
 */
public final class TopicTemplate {
  private static final String TOPIC = "topic";
  private static final String RECORD = "record";
  private static final String NAME = ".name";
  private static final String NAMESPACE = ".namespace";
  private static final String FLAT = ".flat";

  private static final Set<String> VARIABLES =
      Collections.unmodifiableSet(
          new LinkedHashSet<>(
              List.of(
                  TOPIC,
                  TOPIC + NAME,
                  TOPIC + NAMESPACE,
                  TOPIC + FLAT,
                  RECORD,
                  RECORD + NAME,
                  RECORD + NAMESPACE,
                  RECORD + FLAT)));

  private final NameTemplate template;

  private TopicTemplate(NameTemplate template) {
    this.template = template;
  }

  /**
   * Parses a template.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  public static TopicTemplate parse(String text) {
    return new TopicTemplate(NameTemplate.parse(text.trim(), VARIABLES));
  }

  /** The route of a topic, by a template without types. */
  Route route(String topic, NameRules rules) {
    return route(topic, "", rules);
  }

  /** The route of a type of records in a topic. */
  Route route(String topic, String type, NameRules rules) {
    return rules.toTable(
        template.expand(
            variable ->
                variable.startsWith(TOPIC)
                    ? valueOf(variable.substring(TOPIC.length()), topic, rules)
                    : valueOf(variable.substring(RECORD.length()), type, rules)));
  }

  /** Whether every topic gets the same table. */
  boolean isConstant() {
    return template.isConstant();
  }

  /** Whether the types of records make a difference. */
  public boolean isByType() {
    return template.hasVariable(name -> name.startsWith(RECORD));
  }

  /** Whether no two topics get the same table, but for letters that the rules fold. */
  boolean tellsTopicsApart() {
    return template.hasVariable(TOPIC::equals)
        || template.hasVariable((TOPIC + FLAT)::equals)
        || (template.hasVariable((TOPIC + NAME)::equals)
            && template.hasVariable((TOPIC + NAMESPACE)::equals));
  }

  private static String valueOf(String part, String name, NameRules rules) {
    int dot = name.lastIndexOf('.');
    return switch (part) {
      case NAME -> rules.fold(name.substring(dot + 1));
      case NAMESPACE ->
          dot < 0 ? rules.defaultNamespace().toString() : rules.fold(name.substring(0, dot));
      case FLAT -> rules.fold(name).replace('.', '_');
      default -> rules.fold(name);
    };
  }

  @Override
  public String toString() {
    return template.toString();
  }
}
