/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewater.format.payload.WriterSchema;
import io.tidewater.format.schema.Incoming;
import io.tidewater.format.schema.MappingOptions;
import io.tidewater.format.schema.UnsupportedSchemaException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.types.Types.NestedField;
import org.junit.jupiter.api.Test;

/** What the text of a schema may say. */
final class SchemaTextTest {
  @Test
  void passesOverWhatSaysNothingOfTheBytes() {
    Incoming incoming =
        incoming(
            """
            // A licence.
            syntax = "proto2";
            package a.b;
            import "unknown/options.proto";
            import public "unknown/more.proto";
            option java_package = "x.y";
            option (company.owner) = { team: "ice" levels: [1, 2] nested { deep: true } };
            extend google.protobuf.FieldOptions { optional string secret = 50001; }
            message Record {
              reserved 5, 7 to 9;
              reserved "old", "older";
              extensions 100 to 199, 500 to max;
              option deprecated = true;
              extend Record { optional int32 extra = 101; }
              optional int32 a = 1 [deprecated = true, (secret) = "x", json_name = "A"];
              repeated int32 b = 2 [packed = true];
              optional .a.b.Record.Kind kind = 3;
              optional Other.Inner inner = 4;
              enum Kind { NONE = 0; SOME = 0x1; }
            }
            message Other { message Inner { optional a.b.Record.Kind kind = 1; } }
            service Records { rpc Get(Record) returns (stream Other) { option (x) = 1; } }
            """);
    assertThat(incoming.recordName()).isEqualTo("a.b.Record");
    assertThat(names(incoming)).containsExactly("a", "b", "kind", "inner");
    assertThat(incoming.type().fieldType("kind")).isEqualTo(Types.StringType.get());
    assertThat(incoming.type().fieldType("inner").asStructType().fields()).hasSize(1);
  }

  @Test
  void tellsNumbersDocsAndOrder() {
    Incoming incoming =
        incoming(
            """
            syntax = "proto3";
            message Record {
              // What it is
              // called.
              string name = 7;
              oneof o { int32 x = 3; int32 y = 2; }
              repeated Line lines = 1; // Its lines.
            }
            message Line { int32 n = 9; }
            """);
    assertThat(names(incoming)).containsExactly("name", "x", "y", "lines");
    NestedField name = incoming.type().field("name");
    assertThat(name.doc()).isEqualTo("What it is called.");
    assertThat(incoming.type().field("lines").doc()).isEqualTo("Its lines.");
    assertThat(incoming.origin(name).number()).isEqualTo(OptionalInt.of(7));
    NestedField nested =
        incoming.type().fieldType("lines").asListType().elementType().asStructType().field("n");
    assertThat(incoming.origin(nested).number()).isEqualTo(OptionalInt.of(9));
  }

  @Test
  void tellsWhatMayBeAbsent() {
    Incoming old =
        incoming(
            """
            syntax = "proto2";
            message Record {
              required int32 must = 1;
              optional int32 may = 2;
              optional int32 five = 3 [default = 5];
              repeated int32 many = 4;
            }
            """);
    assertThat(old.type().fields().stream().filter(NestedField::isRequired))
        .extracting(NestedField::name)
        .containsExactly("must", "five", "many");
    assertThat(old.type().field("five").initialDefault()).isEqualTo(5);
    assertThat(old.type().field("five").writeDefault()).isEqualTo(5);
    assertThat(old.type().field("may").initialDefault()).isNull();
  }

  @Test
  void readsDefaultsOfEveryType() {
    Incoming incoming =
        incoming(
            """
            syntax = "proto2";
            message Record {
              optional int32 hex = 1 [default = -0x1F];
              optional uint64 big = 2 [default = 18446744073709551615];
              optional double half = 3 [default = -0.5];
              optional float third = 4 [default = 1.5e3];
              optional bool yes = 5 [default = true];
              optional string text = 6 [default = "a\\"b" "c"];
              optional bytes raw = 7 [default = "\\001\\xff"];
              optional Kind kind = 8 [default = SOME];
              enum Kind { NONE = 0; SOME = 1; }
            }
            """);
    assertThat(incoming.type().fields())
        .extracting(NestedField::initialDefault)
        .containsExactly(
            -31,
            new java.math.BigDecimal("18446744073709551615"),
            -0.5,
            1500f,
            true,
            "a\"bc",
            java.nio.ByteBuffer.wrap(new byte[] {1, -1}),
            "SOME");
  }

  @Test
  void storesADeclaredDefaultWhereTheFieldIsAbsent() throws Exception {
    Reading reading =
        Reading.of(
            """
            syntax = "proto2";
            message Record {
              optional int32 five = 1 [default = 5];
              optional Kind kind = 2 [default = SOME];
              oneof o { int32 six = 3 [default = 6]; string other = 4; }
              enum Kind { NONE = 0; SOME = 1; }
            }
            """);
    assertThat(reading.stored(new byte[0], "five")).isEqualTo(5);
    assertThat(reading.stored(new byte[0], "kind")).isEqualTo("SOME");
    assertThat(reading.stored(new byte[0], "six")).as("of a oneof: not chosen").isNull();
    assertThat(reading.stored(new byte[] {0x08, 0}, "five")).isEqualTo(0);
  }

  @Test
  void keepsOutOfTheTableWhatItsMetadataCannotSay() throws Exception {
    String text =
        """
        syntax = "proto2";
        message Record {
          optional double inf = 1 [default = -inf];
          optional float nan = 2 [default = nan];
        }
        """;
    assertThat(incoming(text).type().fields())
        .allMatch(field -> field.initialDefault() == null && field.isRequired());
    assertThat(Reading.of(text).stored(new byte[0], "inf")).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(Reading.of(text).stored(new byte[0], "nan")).isEqualTo(Float.NaN);
  }

  @Test
  void readsEditions() {
    Incoming incoming =
        incoming(
            """
            edition = "2023";
            option features.field_presence = IMPLICIT;
            message Record {
              int32 implicit = 1;
              int32 explicit = 2 [features.field_presence = EXPLICIT];
              int32 must = 3 [features.field_presence = LEGACY_REQUIRED];
              Inner inner = 4 [features.message_encoding = DELIMITED];
              repeated int32 many = 5 [features = { repeated_field_encoding: EXPANDED }];
              int32 five = 6 [features.field_presence = EXPLICIT, default = 5];
              reserved 7, 9 to 11;
              reserved old, older;
              message Inner { int32 a = 1; }
            }
            """);
    assertThat(incoming.type().fields().stream().filter(NestedField::isOptional))
        .extracting(NestedField::name)
        .containsExactly("explicit", "inner");
    assertThat(incoming.type().field("five").initialDefault()).isEqualTo(5);
  }

  @Test
  void readsTheWordsOfEdition2024() {
    Incoming incoming =
        incoming(
            """
            edition = '2024';
            import option "unknown/options.proto";
            export message Record {
              string text = 1;
              Kind kind = 2 [features.field_presence = IMPLICIT];
            }
            local enum Kind { NONE = 0; }
            """);
    assertThat(names(incoming)).containsExactly("text", "kind");
    assertThat(incoming.type().field("text").isOptional()).isTrue();
  }

  @Test
  void findsImportsByTheNamesOfReferences() {
    Map<String, String> references = new LinkedHashMap<>();
    references.put("b.proto", "syntax = \"proto3\"; package b; message B { int32 x = 1; }");
    references.put(
        "c/c.proto",
        "syntax = \"proto3\"; package c; import \"b.proto\"; message C { b.B b = 1; E e = 2; }"
            + " enum E { Z = 0; }");
    WriterSchema writer =
        writer("syntax = \"proto3\"; import \"c/c.proto\"; message A { c.C c = 1; }", references);
    assertThat(writer.incoming().type().field("c").type().asStructType().fields())
        .extracting(NestedField::name)
        .containsExactly("b", "e");
  }

  @Test
  void resolvesNamesFromTheInnermostScope() {
    Incoming incoming =
        incoming(
            """
            syntax = "proto3";
            package p;
            message Record {
              message Inner { bool inner = 1; }
              Inner a = 1;
              .p.Inner b = 2;
              p.Inner c = 3;
            }
            message Inner { bool outer = 1; }
            """);
    assertThat(incoming.type().fields())
        .extracting(field -> field.type().asStructType().fields().get(0).name())
        .containsExactly("inner", "outer", "outer");
  }

  @Test
  void cutsAMessageWithinItself() throws Exception {
    String tree =
        """
        syntax = "proto3";
        message Node {
          int32 n = 1;
          Node left = 2;
          repeated Node more = 3;
          map<int32, Leaf> leaves = 4;
          message Leaf { Node back = 1; }
        }
        """;
    Reading flat = Reading.of(tree);
    assertThat(flat.type("left")).isEqualTo(Types.StringType.get());
    assertThat(flat.type("more.element")).isEqualTo(Types.StringType.get());
    assertThat(flat.type("leaves.value.back")).isEqualTo(Types.StringType.get());
    byte[] message = {0x08, 1, 0x12, 6, 0x08, 2, 0x12, 2, 0x08, 3, 0x1a, 0};
    assertThat(flat.stored(message, "left"))
        .isEqualTo(
            "{\"n\":2,\"left\":{\"n\":3,\"left\":null,\"more\":[],\"leaves\":{}},"
                + "\"more\":[],\"leaves\":{}}");
    assertThat(flat.stored(message, "more"))
        .isEqualTo(List.of("{\"n\":0,\"left\":null,\"more\":[],\"leaves\":{}}"));
    Reading deeper = Reading.of(tree, MappingOptions.DEFAULTS.withRecursionDepth(1));
    assertThat(deeper.type("left.n")).isEqualTo(Types.IntegerType.get());
    assertThat(deeper.type("left.left")).isEqualTo(Types.StringType.get());
    assertThat(deeper.row(message)).isNotNull();
  }

  @Test
  void refusesMoreColumnsThanATableCanUse() {
    StringBuilder text = new StringBuilder("syntax = \"proto3\";\n");
    for (int i = 0; i < 30; i++) {
      text.append("message M%d { M%d a = 1; M%d b = 2; }%n".formatted(i, i + 1, i + 1));
    }
    text.append("message M30 { int32 x = 1; }");
    WriterSchema writer = writer(text.toString(), Map.of());
    assertThatThrownBy(writer::incoming)
        .isInstanceOf(UnsupportedSchemaException.class)
        .hasMessageContaining("more than 100000 columns");
  }

  private static List<String> names(Incoming incoming) {
    return incoming.type().fields().stream().map(NestedField::name).toList();
  }

  private static Incoming incoming(String text) {
    return writer(text, Map.of()).incoming();
  }

  private static WriterSchema writer(String text, Map<String, String> references) {
    MemoryRegistry registry = new MemoryRegistry();
    int id = registry.add(text, references);
    return new ProtobufFormat(registry, "", MappingOptions.DEFAULTS)
        .writerOf(Frames.first(id, new byte[0]));
  }
}
