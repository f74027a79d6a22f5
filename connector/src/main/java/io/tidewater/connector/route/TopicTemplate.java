/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.route;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The template that names the table of a topic. Its variables are {@code ${topic}}, the name whose
 * dots separate namespace levels; {@code ${topic.name}}, what follows the last dot; {@code
 * ${topic.namespace}}, what precedes it or else the default namespace; and {@code ${topic.flat}},
 * the name with underscores for dots.
 */
public final class TopicTemplate {
  private static final Set<String> VARIABLES =
      Collections.unmodifiableSet(
          new LinkedHashSet<>(List.of("topic", "topic.name", "topic.namespace", "topic.flat")));

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

  Route route(String topic, NameRules rules) {
    return rules.toTable(template.expand(variable -> valueOf(variable, topic, rules)));
  }

  /** Whether every topic gets the same table. */
  boolean isConstant() {
    return template.isConstant();
  }

  private static String valueOf(String variable, String topic, NameRules rules) {
    int dot = topic.lastIndexOf('.');
    return switch (variable) {
      case "topic.name" -> rules.fold(topic.substring(dot + 1));
      case "topic.namespace" ->
          dot < 0 ? rules.defaultNamespace().toString() : rules.fold(topic.substring(0, dot));
      case "topic.flat" -> rules.fold(topic).replace('.', '_');
      default -> rules.fold(topic);
    };
  }

  @Override
  public String toString() {
    return template.toString();
  }
}
