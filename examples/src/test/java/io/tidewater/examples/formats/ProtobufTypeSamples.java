/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.formats;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Each type of Protobuf and each message that stands for a value, as the page of types has them.
 */
final class ProtobufTypeSamples {
  private static final String HEAD =
      """
      syntax = "proto3";
      import "confluent/meta.proto";
      import "confluent/type/decimal.proto";
      import "google/protobuf/any.proto";
      import "google/protobuf/duration.proto";
      import "google/protobuf/empty.proto";
      import "google/protobuf/field_mask.proto";
      import "google/protobuf/struct.proto";
      import "google/protobuf/timestamp.proto";
      import "google/protobuf/wrappers.proto";
      import "google/type/date.proto";
      import "google/type/decimal.proto";
      message Every {
        enum State { NEW = 0; SENT = 1; }
        message Line { string sku = 1; repeated int32 sizes = 2; }
        message Tree { int32 v = 1; Tree next = 2; }
      """;

  private ProtobufTypeSamples() {}

  static List<TypeSample> all() {
    return Stream.of(numbers(), others(), nested(), wrappers(), messages(), shapeless())
        .flatMap(List::stream)
        .toList();
  }

  static String schema(List<TypeSample> samples) {
    return samples.stream()
        .map(TypeSample::declaration)
        .collect(Collectors.joining("\n", HEAD, "\n}\n"));
  }

  private static List<TypeSample> numbers() {
    String max = "18446744073709551615";
    return List.of(
        sample(
            "double c_double = 1;", new Payload().fraction(1, 2.5), Probe.equal("c_double", "2.5")),
        sample(
            "float c_float = 2;",
            new Payload().varint(2 << 3 | 5).ieee(1.5f),
            Probe.equal("c_float", "1.5")),
        sample("int32 c_int32 = 3;", new Payload().number(3, -3), Probe.text("c_int32", "-3")),
        sample(
            "int64 c_int64 = 4;",
            new Payload().number(4, 1L << 40),
            Probe.text("c_int64", "1099511627776")),
        sample(
            "uint32 c_uint32 = 5;",
            new Payload().number(5, 0xffffffffL),
            Probe.text("c_uint32", "4294967295")),
        sample("uint64 c_uint64 = 6;", new Payload().number(6, -1), Probe.text("c_uint64", max)),
        sample(
            "sint32 c_sint32 = 7;",
            new Payload().varint(7 << 3).zigzag(-3),
            Probe.text("c_sint32", "-3")),
        sample(
            "sint64 c_sint64 = 8;",
            new Payload().varint(8 << 3).zigzag(-4),
            Probe.text("c_sint64", "-4")),
        sample(
            "fixed32 c_fixed32 = 9;",
            new Payload().varint(9 << 3 | 5).raw(255, 255, 255, 255),
            Probe.text("c_fixed32", "4294967295")),
        sample(
            "fixed64 c_fixed64 = 10;",
            new Payload().varint(10 << 3 | 1).raw(eight(-1)),
            Probe.text("c_fixed64", max)),
        sample(
            "sfixed32 c_sfixed32 = 11;",
            new Payload().varint(11 << 3 | 5).raw(254, 255, 255, 255),
            Probe.text("c_sfixed32", "-2")),
        sample(
            "sfixed64 c_sfixed64 = 12;",
            new Payload().varint(12 << 3 | 1).raw(eight(-5)),
            Probe.text("c_sfixed64", "-5")));
  }

  private static List<TypeSample> others() {
    return List.of(
        sample("bool c_bool = 13;", new Payload().number(13, 1), Probe.text("c_bool", "true")),
        sample(
            "string c_string = 14;",
            new Payload().field(14, "grüß 🌊"),
            Probe.text("c_string", "grüß 🌊")),
        sample(
            "bytes c_bytes = 15;",
            new Payload().field(15, new byte[] {0, -1}),
            Probe.equal("c_bytes", "X'00FF'")),
        sample("State c_enum = 16;", new Payload().number(16, 1), Probe.text("c_enum", "SENT")),
        sample("State c_unnamed = 17;", new Payload().number(17, 9), Probe.text("c_unnamed", "9")),
        sample("int32 c_zero = 18;", new Payload(), Probe.text("c_zero", "0")),
        sample(
            "optional int32 c_absent = 19;",
            new Payload(),
            Probe.text("c_absent is null", "true")));
  }

  private static List<TypeSample> nested() {
    byte[] line = new Payload().field(1, "s1").field(2, new byte[] {4, 5}).bytes();
    return List.of(
        sample("Line c_line = 20;", new Payload().field(20, line), Probe.text("c_line.sku", "s1")),
        sample(
            "repeated Line c_lines = 21;",
            new Payload().field(21, line),
            Probe.text("element_at(element_at(c_lines, 1).sizes, 2)", "5")),
        sample(
            "repeated int32 c_loose = 22;",
            new Payload().number(22, 6).number(22, 7),
            Probe.text("element_at(c_loose, 2)", "7")),
        sample(
            "repeated string c_none = 23;", new Payload(), Probe.text("cardinality(c_none)", "0")),
        sample(
            "map<string, int64> c_map = 24;",
            new Payload().field(24, new Payload().field(1, "x").number(2, 5).bytes()),
            Probe.text("element_at(c_map, 'x')", "5")),
        sample(
            "map<int32, Line> c_by_number = 25;",
            new Payload().field(25, new Payload().number(1, 3).field(2, line).bytes()),
            Probe.text("element_at(c_by_number, 3).sku", "s1")),
        sample(
            "oneof choice { string c_left = 26; int64 c_right = 27; }",
            new Payload().number(27, 8),
            Probe.text("c_right", "8"),
            Probe.text("c_left is null", "true")));
  }

  private static List<TypeSample> wrappers() {
    return List.of(
        wrapped(
            "DoubleValue c_w_double = 30;",
            30,
            new Payload().fraction(1, 2.5),
            Probe.equal("c_w_double", "2.5")),
        wrapped(
            "FloatValue c_w_float = 31;",
            31,
            new Payload().varint(13).ieee(1.5f),
            Probe.equal("c_w_float", "1.5")),
        wrapped(
            "Int64Value c_w_int64 = 32;",
            32,
            new Payload().number(1, -7),
            Probe.text("c_w_int64", "-7")),
        wrapped(
            "UInt64Value c_w_uint64 = 33;",
            33,
            new Payload().number(1, -1),
            Probe.text("c_w_uint64", "18446744073709551615")),
        wrapped(
            "Int32Value c_w_int32 = 34;",
            34,
            new Payload().number(1, -7),
            Probe.text("c_w_int32", "-7")),
        wrapped(
            "UInt32Value c_w_uint32 = 35;",
            35,
            new Payload().number(1, 0xffffffffL),
            Probe.text("c_w_uint32", "4294967295")),
        wrapped(
            "BoolValue c_w_bool = 36;",
            36,
            new Payload().number(1, 1),
            Probe.text("c_w_bool", "true")),
        wrapped(
            "StringValue c_w_string = 37;",
            37,
            new Payload().field(1, "w"),
            Probe.text("c_w_string", "w")),
        wrapped(
            "BytesValue c_w_bytes = 38;",
            38,
            new Payload().field(1, new byte[] {1}),
            Probe.equal("c_w_bytes", "X'01'")),
        wrapped("Int32Value c_w_zero = 39;", 39, new Payload(), Probe.text("c_w_zero", "0")),
        sample(
            "google.protobuf.Int32Value c_w_absent = 40;",
            new Payload(),
            Probe.text("c_w_absent is null", "true")));
  }

  private static List<TypeSample> messages() {
    Payload decimal = new Payload().field(1, new byte[] {4, (byte) 0xd2}).number(3, 2);
    return List.of(
        wrapped(
            "Timestamp c_timestamp = 41;",
            41,
            new Payload().number(1, 1_772_424_306).number(2, 789_123_000),
            Probe.equal("c_timestamp", "timestamp '2026-03-02 04:05:06.789123 UTC'")),
        wrapped(
            "Duration c_duration = 42;",
            42,
            new Payload().number(1, 1).number(2, 500_000_000),
            Probe.text("c_duration", "1.500000000")),
        wrapped(
            "FieldMask c_mask = 43;",
            43,
            new Payload().field(1, "a.b").field(1, "c"),
            Probe.text("c_mask", "a.b,c")),
        wrapped(
            "Any c_any = 44;",
            44,
            new Payload().field(1, "u/T").field(2, new byte[] {8}),
            Probe.text("c_any.type_url", "u/T"),
            Probe.equal("c_any.value", "X'08'")),
        wrapped("Empty c_empty = 45;", 45, new Payload()),
        sample(
            "google.type.Date c_date = 46;",
            new Payload()
                .field(46, new Payload().number(1, 2026).number(2, 3).number(3, 2).bytes()),
            Probe.text("c_date", "2026-03-02")),
        sample(
            "google.type.Decimal c_decimal_text = 47;",
            new Payload().field(47, new Payload().field(1, "12.34").bytes()),
            Probe.text("c_decimal_text", "12.34")),
        sample(
            "confluent.type.Decimal c_decimal_free = 48;",
            new Payload().field(48, decimal.bytes()),
            Probe.text("c_decimal_free", "12.34")),
        sample(
            """
            confluent.type.Decimal c_decimal = 49 [(confluent.field_meta) = {
              params: [{key: "precision", value: "9"}, {key: "scale", value: "2"}] }];""",
            new Payload().field(49, decimal.bytes()),
            Probe.text("c_decimal", "12.34")));
  }

  private static List<TypeSample> shapeless() {
    byte[] text = new Payload().field(3, "x").bytes();
    byte[] entry = new Payload().field(1, "a").field(2, text).bytes();
    byte[] leaf = new Payload().number(1, 2).bytes();
    return List.of(
        TypeSample.shapeless(
            "google.protobuf.Struct c_struct = 50;",
            new Payload().field(50, new Payload().field(1, entry).bytes()).bytes(),
            new Probe.Place("c_struct", "$.a", "x")),
        TypeSample.shapeless(
            "google.protobuf.Value c_value = 51;",
            new Payload().field(51, new Payload().number(4, 1).bytes()).bytes(),
            new Probe.Place("c_value", "$", "true")),
        TypeSample.shapeless(
            "google.protobuf.ListValue c_list_value = 52;",
            new Payload().field(52, new Payload().field(1, text).field(1, text).bytes()).bytes(),
            new Probe.Place("c_list_value", "$[1]", "x")),
        TypeSample.shapeless(
            "Tree c_tree = 53;",
            new Payload().field(53, new Payload().number(1, 1).field(2, leaf).bytes()).bytes(),
            new Probe.Place("c_tree.next", "$.v", "2")));
  }

  private static TypeSample wrapped(String field, int number, Payload value, Probe... probes) {
    return sample("google.protobuf." + field, new Payload().field(number, value.bytes()), probes);
  }

  private static TypeSample sample(String field, Payload value, Probe... probes) {
    return TypeSample.of(field, value.bytes(), probes);
  }

  private static byte[] eight(long value) {
    return ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array();
  }
}
