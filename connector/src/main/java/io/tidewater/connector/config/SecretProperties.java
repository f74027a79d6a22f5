/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.config;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Properties of which some are secrets. Only values that are known to be harmless are ever printed.
 *
 * @param values the properties as the user gave them
 */
public record SecretProperties(SortedMap<String, String> values) {
  private static final String HIDDEN = "[hidden]";
  private static final int SHORTEST_SECRET = 4;
  private static final Set<String> HARMLESS =
      Set.of(
          "bootstrap.servers",
          "catalog-impl",
          "client.region",
          "io-impl",
          "s3.endpoint",
          "s3.path-style-access",
          "sasl.mechanism",
          "security.protocol",
          "type",
          "uri",
          "warehouse");

  public SecretProperties {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  public static SecretProperties of(Map<String, String> values) {
    return new SecretProperties(new TreeMap<>(values));
  }

  /** A text, such as an exception's message, with every value hidden that may be a secret. */
  public String hideIn(String text) {
    String result = text;
    for (Map.Entry<String, String> property : values.entrySet()) {
      String shown = shown(property.getKey(), property.getValue());
      if (property.getValue().length() >= SHORTEST_SECRET && !shown.equals(property.getValue())) {
        result = result.replace(property.getValue(), shown);
      }
    }
    return result;
  }

  @Override
  public String toString() {
    Map<String, String> printable = new TreeMap<>();
    values.forEach((key, value) -> printable.put(key, shown(key, value)));
    return printable.toString();
  }

  /** An address may hold a password before its host or among its parameters. */
  private static String shown(String key, String value) {
    return HARMLESS.contains(key)
        ? value.replaceAll("//[^/@]*@", "//").replaceAll("[?;].*", "")
        : HIDDEN;
  }
}
