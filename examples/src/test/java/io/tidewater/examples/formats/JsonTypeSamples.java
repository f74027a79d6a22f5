/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.formats;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/** Each value of JSON without a schema that the page of types lists, and what its type becomes. */
final class JsonTypeSamples {
  private JsonTypeSamples() {}

  static List<TypeSample> all() {
    return List.of(
        sample("c_null", "null"),
        sample("c_text", "\"grüß 🌊\"", Probe.text("c_text", "grüß 🌊")),
        sample("c_boolean", "true", Probe.text("c_boolean", "true")),
        sample("c_long", "-12", Probe.text("c_long", "-12")),
        sample("c_large", "9223372036854775808", Probe.text("c_large", "9223372036854775808")),
        sample("c_double", "2.5", Probe.equal("c_double", "2.5")),
        sample("c_power", "1e3", Probe.equal("c_power", "1000")),
        sample(
            "c_decimal",
            "12345678901234567890.123",
            Probe.text("c_decimal", "12345678901234567890.123")),
        sample("c_huge", "1e400", Probe.text("c_huge", "1E+400")),
        sample("c_list", "[1,2]", Probe.text("element_at(c_list, 2)", "2")),
        sample("c_mixed", "[1,\"a\"]", Probe.text("element_at(c_mixed, 1)", "1")),
        sample(
            "c_object",
            "{\"lines\":[{\"sku\":\"s1\"}]}",
            Probe.text("element_at(c_object.lines, 1).sku", "s1")));
  }

  private static TypeSample sample(String name, String json, Probe... probes) {
    String member = "\"%s\":%s".formatted(name, json);
    return TypeSample.of(member, member.getBytes(UTF_8), probes);
  }
}
