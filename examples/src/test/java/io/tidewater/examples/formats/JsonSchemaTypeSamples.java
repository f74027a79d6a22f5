/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.formats;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Each schema of JSON Schema that the page of types lists; members are written {@code name:}. */
final class JsonSchemaTypeSamples {
  private static final String ID = "123e4567-e89b-12d3-a456-426614174000";
  private static final String INSTANT = "timestamp '2026-03-02 04:05:06.%s UTC'";

  private JsonSchemaTypeSamples() {}

  static List<TypeSample> all() {
    return Stream.of(scalars(), texts(), nested(), connect(), shapeless())
        .flatMap(List::stream)
        .toList();
  }

  static String schema(List<TypeSample> samples) {
    return samples.stream()
        .map(TypeSample::declaration)
        .collect(
            Collectors.joining(
                ",",
                "{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\","
                    + "\"type\":\"object\",\"properties\":{",
                "}}"));
  }

  private static List<TypeSample> scalars() {
    String digits = "18446744073709551615";
    return List.of(
        sample("c_boolean", "{'type':'boolean'}", "true", "true"),
        sample("c_integer", "{'type':'integer'}", "-9223372036854775808", "-9223372036854775808"),
        sample("c_large", "{'type':'integer','maximum':%s}".formatted(digits), digits, digits),
        equal("c_number", "{'type':'number'}", "2.5", "2.5"),
        sample("c_string", "{'type':'string'}", "'grüß 🌊'", "grüß 🌊"),
        sample("c_enum", "{'enum':['NEW','SENT']}", "'SENT'", "SENT"),
        sample("c_const", "{'const':4}", "4", "4"),
        sample("c_nullable", "{'type':['string','null']}", "'n'", "n"),
        TypeSample.of(
            member("c_null", "{'anyOf':[{'type':'integer'},{'type':'null'}]}"),
            value("c_null", "null"),
            Probe.text("c_null is null", "true")));
  }

  private static List<TypeSample> texts() {
    return List.of(
        sample("c_date", text("format", "date"), "'2026-03-02'", "2026-03-02"),
        sample("c_time", text("format", "time"), "'04:05:06.789Z'", "04:05:06.789Z"),
        equal(
            "c_instant",
            text("format", "date-time"),
            "'2026-03-02T05:05:06.789123+01:00'",
            INSTANT.formatted("789123")),
        sample("c_uuid", text("format", "uuid"), "'" + ID + "'", ID),
        equal("c_base64", text("contentEncoding", "base64"), "'AP8='", "X'00FF'"),
        equal("c_base64url", text("contentEncoding", "base64url"), "'AP_-'", "X'00FFFE'"),
        equal("c_base16", text("contentEncoding", "base16"), "'00ff'", "X'00FF'"),
        equal("c_byte", text("format", "byte"), "'AP8='", "X'00FF'"));
  }

  private static List<TypeSample> nested() {
    return List.of(
        TypeSample.of(
            member(
                "c_object",
                "{'type':'object','properties':{'city':{'type':'string'},"
                    + "'lines':{'type':'array','items':{'type':'object','properties':"
                    + "{'sku':{'type':'string'}},'additionalProperties':false}}},"
                    + "'additionalProperties':false}"),
            value("c_object", "{'city':'Bergen','lines':[{'sku':'s1'}]}"),
            Probe.text("c_object.city", "Bergen"),
            Probe.text("element_at(c_object.lines, 1).sku", "s1")),
        TypeSample.of(
            member("c_map", "{'type':'object','additionalProperties':{'type':'integer'}}"),
            value("c_map", "{'x':5}"),
            Probe.text("element_at(c_map, 'x')", "5")),
        TypeSample.of(
            member("c_array", "{'type':'array','items':{'type':'integer'}}"),
            value("c_array", "[1,2]"),
            Probe.text("element_at(c_array, 2)", "2")),
        TypeSample.of(
            member("c_tuple", "{'prefixItems':[{'type':'number'},{'type':'number'}]}"),
            value("c_tuple", "[0.5,2.5]"),
            Probe.equal("element_at(c_tuple, 2)", "2.5")),
        TypeSample.of(
            member(
                "c_choice",
                "{'oneOf':[{'type':'boolean'},{'type':'array','items':{'type':'string'}}]}"),
            value("c_choice", "['a','b']"),
            Probe.text("element_at(c_choice.array, 2)", "b"),
            Probe.text("c_choice.boolean is null", "true")));
  }

  private static List<TypeSample> connect() {
    return List.of(
        sample("c_int32", "{'type':'integer','connect.type':'int32'}", "-7", "-7"),
        equal("c_float32", "{'type':'number','connect.type':'float32'}", "1.5", "1.5"),
        equal("c_bytes", "{'type':'string','connect.type':'bytes'}", "'AP8='", "X'00FF'"),
        sample(
            "c_decimal",
            "{'type':'number','title':'org.apache.kafka.connect.data.Decimal',"
                + "'connect.type':'bytes','connect.parameters':{'scale':'2'}}",
            "12.34",
            "12.34"),
        sample("c_c_date", titled("org.apache.kafka.connect.data.Date"), "20514", "2026-03-02"),
        sample("c_c_time", titled("org.apache.kafka.connect.data.Time"), "1", "00:00:00.001"),
        equal(
            "c_c_timestamp",
            titled("org.apache.kafka.connect.data.Timestamp"),
            "1772424306789",
            INSTANT.formatted("789")),
        equal(
            "c_micros",
            titled("io.debezium.time.MicroTimestamp"),
            "1772424306789123",
            "timestamp '2026-03-02 04:05:06.789123'"),
        sample(
            "c_nanos",
            titled("io.debezium.time.NanoTimestamp"),
            "1772424306789123456",
            "2026-03-02T04:05:06.789123456"),
        sample("c_micro_time", titled("io.debezium.time.MicroTime"), "1", "00:00:00.000001"));
  }

  private static List<TypeSample> shapeless() {
    return List.of(
        place("c_scalars", "{'type':['string','integer']}", "12", "$", "12"),
        place("c_any", "{}", "{'a':[1,'b']}", "$.a[1]", "b"),
        place("c_free", "{'type':'object'}", "{'a':{'b':true}}", "$.a.b", "true"),
        place(
            "c_mixed",
            "{'prefixItems':[{'type':'number'},{'type':'string'}]}",
            "[1,'b']",
            "$[1]",
            "b"),
        new TypeSample(
            member("c_open", "{'type':'object','properties':{'a':{'type':'string'}}}"),
            new Payload().raw(value("c_open", "{'a':'x','b':{'c':7}}")),
            List.of(Probe.text("c_open.a", "x")),
            List.of(new Probe.Place("c_open._extra", "$.b.c", "7"))));
  }

  private static TypeSample sample(String name, String schema, String value, String answer) {
    return TypeSample.of(member(name, schema), value(name, value), Probe.text(name, answer));
  }

  private static TypeSample equal(String name, String schema, String value, String literal) {
    return TypeSample.of(member(name, schema), value(name, value), Probe.equal(name, literal));
  }

  private static TypeSample place(
      String name, String schema, String value, String path, String answer) {
    return TypeSample.shapeless(
        member(name, schema), value(name, value), new Probe.Place(name, path, answer));
  }

  private static String text(String keyword, String value) {
    return "{'type':'string','%s':'%s'}".formatted(keyword, value);
  }

  private static String titled(String title) {
    return "{'type':'integer','title':'%s'}".formatted(title);
  }

  private static String member(String name, String json) {
    return "'%s':%s".formatted(name, json).replace('\'', '"');
  }

  private static byte[] value(String name, String json) {
    return member(name, json).getBytes(UTF_8);
  }
}
