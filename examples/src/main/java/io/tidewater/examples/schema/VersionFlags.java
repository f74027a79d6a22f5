/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.schema;

import io.tidewater.format.registry.RegisteredSchema;
import io.tidewater.format.registry.SchemaRegistry;
import java.util.SortedMap;
import java.util.TreeMap;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that say which versions of a subject are planned. */
final class VersionFlags {
  private static final int LATEST = -1;

  @Option(
      names = "--version",
      paramLabel = "N",
      defaultValue = "latest",
      converter = Parser.class,
      description = "The version, or latest. Default: ${DEFAULT-VALUE}.")
  private int version = LATEST;

  @Option(
      names = "--all-versions",
      description =
          "Every version in turn, each after those before it; --version is not looked at.")
  private boolean all;

  /** The chosen schemas by their versions, ascending. */
  SortedMap<Integer, RegisteredSchema> of(SchemaRegistry registry, String subject) {
    SortedMap<Integer, RegisteredSchema> chosen = new TreeMap<>();
    if (all) {
      for (int each : registry.versions(subject)) {
        chosen.put(each, registry.version(subject, each));
      }
    } else {
      int single = version == LATEST ? newest(registry, subject) : version;
      chosen.put(single, registry.version(subject, single));
    }
    return chosen;
  }

  private static int newest(SchemaRegistry registry, String subject) {
    return registry.versions(subject).stream()
        .max(Integer::compare)
        .orElseThrow(() -> new IllegalArgumentException("subject " + subject + " has no version"));
  }

  /** Reads a number, or the word for the newest. */
  static final class Parser implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      if (text.equals("latest")) {
        return LATEST;
      }
      if (!text.matches("[1-9]\\d{0,8}")) {
        throw new TypeConversionException("'" + text + "' is neither a version nor latest");
      }
      return Integer.valueOf(text);
    }
  }
}
