/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.jsonschema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewater.format.registry.RegisteredSchema;
import io.tidewater.format.registry.SchemaKind;
import io.tidewater.format.registry.UnknownSchemaException;
import io.tidewater.format.schema.MappingOptions;
import io.tidewater.format.schema.UnsupportedSchemaException;
import io.tidewater.format.value.ValueMismatchException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.types.Types.NestedField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is no value of its schema, or no schema: where it is, what was expected, what came. */
final class JsonSchemaRefusalsTest {
  static Stream<Arguments> values() {
    return Stream.of(
        value(
            "{'type':'integer'}",
            "'1'",
            "m: expected a whole number at byte 5, got the text \"1\""),
        value(
            "{'type':'integer'}",
            "1.5",
            "m: expected a whole number that fits, got the number 1.5"),
        value("{'type':'integer'}", "9223372036854775808", "a whole number that fits"),
        value("{'type':'integer'}", "1e999999999", "a whole number that fits"),
        value("{'type':'integer'}", "1e-999999999", "a whole number that fits"),
        value("{'type':'integer','connect.type':'int32'}", "2147483648", "32 bits"),
        value("{'type':'number'}", "12345678901234567890.123", "the precision of a double"),
        value("{'type':'number'}", "9007199254740993", "the precision of a double"),
        value("{'type':'number'}", "1e400", "the precision of a double"),
        value("{'type':'number'}", "1e-400", "the precision of a double"),
        value("{'type':'number','connect.type':'float32'}", "0.12345678901", "of a float"),
        value("{'type':'boolean'}", "'true'", "true or false at byte 5"),
        value("{'type':'string'}", "1", "m: expected text at byte 5, got the number 1"),
        value("{'type':'string'}", "'\\ud800'", "half of a surrogate pair"),
        value("{'type':'string','format':'date'}", "'2026-02-30'", "a date as"),
        value("{'type':'string','format':'date-time'}", "'2026-11-21T10:15:30'", "with an offset"),
        value("{'type':'string','format':'date-time'}", "'2026-11-21T10:15:30.0000001Z'", "micro"),
        value("{'type':'string','format':'uuid'}", "'1-2-3-4-5'", "a uuid"),
        value("{'type':'string','contentEncoding':'base64'}", "'AP8'x", "JSON at byte"),
        value("{'type':'string','contentEncoding':'base64'}", "'?'", "Base64"),
        value("{'type':'string','contentEncoding':'base16'}", "'0'", "hexadecimal"),
        value("{'type':'array','items':{'type':'integer'}}", "[1,null]", "m[1]: expected a value"),
        value("{'type':'array','items':{'type':'integer'}}", "{}", "an array at byte 5"),
        value(
            "{'type':'object','additionalProperties':{'type':'integer'}}", "{'k':'x'}", "m[\"k\"]"),
        value(
            "{'type':'object','properties':{'a':{'type':'integer'}},'required':['a'],"
                + "'additionalProperties':false}",
            "{}",
            "m.a: expected a value"),
        value(
            "{'type':'object','properties':{'a':{}},'additionalProperties':false}",
            "{'b':1}",
            "m.b: expected a member that the schema declares"),
        value(
            "{'oneOf':[{'title':'A','type':'object','properties':{'a':{'type':'integer'}},"
                + "'required':['a']},{'title':'B','type':'object','required':['b'],"
                + "'properties':{'b':{}}}]}",
            "{'c':1}",
            "one of [A, B]"),
        value("{'type':['string','integer']}", "[]", "without children"),
        value("{'type':'null'}", "1", "no value, as the schema says"),
        value("false", "1", "no value, as the schema says"),
        value("{}", "{'a':1,'a':2}", "Duplicate"),
        value("{}", "[".repeat(200) + "]".repeat(200), "depth"),
        value("{}", "1" + "0".repeat(2000), "JSON"));
  }

  @ParameterizedTest
  @MethodSource("values")
  void refusesWhatTheSchemaDoesNotSay(String schema, String value, String message) {
    JsonRows rows = JsonRows.of(JsonRows.writer(record(schema)));
    assertThatThrownBy(() -> rows.row("{'m':" + value + "}"))
        .isInstanceOf(ValueMismatchException.class)
        .hasMessageContaining(message);
    assertThat(rows.row("{}")).as("the next record").isNotNull();
  }

  @ParameterizedTest
  @MethodSource("payloads")
  void refusesWhatIsNoJson(byte[] payload, String message) {
    JsonRows rows = JsonRows.of(JsonRows.writer(record("{'type':'integer'}")));
    assertThatThrownBy(() -> rows.read(payload))
        .isInstanceOf(ValueMismatchException.class)
        .hasMessageContaining(message);
  }

  static Stream<Arguments> payloads() {
    return Stream.of(
        payload("", "expected a JSON value"),
        payload("   ", "the end of the record"),
        payload("{", "JSON at byte"),
        payload("{\"m\":1", "JSON at byte"),
        payload("{\"m\":1}}", "JSON at byte"),
        payload("{\"m\":1} {}", "the end of the record"),
        payload("{\"m\":1,\"m\":1}", "Duplicate"),
        payload("{'m':1}", "JSON at byte"),
        payload("{\"m\":NaN}", "JSON at byte"),
        payload("[]", "an object at byte 0"),
        Arguments.of(new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'}, "JSON at byte"),
        Arguments.of(new byte[] {(byte) 0xfe, (byte) 0xff, 0, 0, 1}, "JSON"));
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void refusesSchemasThatNoTableCanHave(String schema, String message) {
    JsonSchemaWriterSchema writer = JsonRows.writer(schema);
    assertThatThrownBy(writer::incoming)
        .isInstanceOf(UnsupportedSchemaException.class)
        .hasMessageContaining(message);
  }

  static Stream<Arguments> schemas() {
    return Stream.of(
        Arguments.of(record("{'$ref':'#/nowhere'}"), "m: the schema refers to #/nowhere"),
        Arguments.of(record("{'$ref':'other.json'}"), "register it"),
        Arguments.of(record("{'$ref':'http://[/x'}"), "refers to http://[/x"),
        Arguments.of(record("{'type':'text'}"), "JSON Schema has no type \"text\""),
        Arguments.of(record("5"), "a schema must be an object, true or false"),
        Arguments.of("{'properties':{'':{'type':'string'}}}", "a member without a name"),
        Arguments.of("[]", "a schema must be an object"));
  }

  @Test
  void refusesSchemasOfAnotherKind() {
    RegisteredSchema avro = new RegisteredSchema(3, SchemaKind.AVRO, "\"string\"", Map.of());
    assertThatThrownBy(() -> new JsonSchemaWriterSchema(avro, MappingOptions.DEFAULTS))
        .isInstanceOf(UnknownSchemaException.class)
        .hasMessageContaining("schema 3 is of kind AVRO");
    assertThatThrownBy(() -> JsonRows.writer("{"))
        .isInstanceOf(UnknownSchemaException.class)
        .hasMessageContaining("is no JSON");
  }

  @Test
  void refusesOnlyRecordsWithAValueWhereTypesCannotMeet() {
    Schema table = new Schema(NestedField.optional(1, "m", Types.BooleanType.get()));
    JsonRows rows = new JsonRows(JsonRows.writer(record("{'type':'integer'}")), table);
    assertThat(rows.row("{}").getField("m")).isNull();
    assertThat(rows.row("{'m':null}").getField("m")).isNull();
    assertThatThrownBy(() -> rows.row("{'m':1}")).isInstanceOf(ValueMismatchException.class);
  }

  @Test
  void refusesUndeclaredMembersWhereToldTo() {
    JsonSchemaWriterSchema writer =
        new JsonSchemaWriterSchema(
            new RegisteredSchema(
                1, SchemaKind.JSON, "{\"properties\":{\"a\":{\"type\":\"string\"}}}", Map.of()),
            MappingOptions.DEFAULTS,
            UndeclaredMembers.REFUSE);
    assertThat(writer.incoming().type().fields()).hasSize(1);
    assertThatThrownBy(() -> JsonRows.of(writer).row("{'b':1}"))
        .isInstanceOf(ValueMismatchException.class);
  }

  private static String record(String schema) {
    return "{'type':'object','properties':{'m':%s},'additionalProperties':false}".formatted(schema);
  }

  private static Arguments value(String schema, String value, String message) {
    return Arguments.of(schema, value, message);
  }

  private static Arguments payload(String text, String message) {
    return Arguments.of(text.getBytes(StandardCharsets.UTF_8), message);
  }
}
