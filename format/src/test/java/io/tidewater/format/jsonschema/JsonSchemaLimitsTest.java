/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.jsonschema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewater.format.row.ParquetFiles;
import io.tidewater.format.schema.MappingOptions;
import io.tidewater.format.schema.UnsupportedSchemaException;
import java.io.IOException;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.iceberg.Schema;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Schemas and records that are large, deep, or made to be endless. */
final class JsonSchemaLimitsTest {
  @Test
  void reads5000Members() throws IOException {
    String members = joined(5_000, i -> "'m" + i + "':{'type':'integer'}");
    JsonSchemaWriterSchema writer =
        JsonRows.writer("{'properties':{" + members + "},'additionalProperties':false}");
    assertThat(writer.incoming().type().fields()).hasSize(5_000);
    GenericRecord row =
        JsonRows.of(writer).row("{" + joined(5_000, i -> "'m" + i + "':" + i) + "}");
    assertThat(row.getField("m4999")).isEqualTo(4_999L);
  }

  @Test
  void readsARecordOf10Megabytes() throws IOException {
    String text = "ü".repeat(2_500_000);
    String numbers = joined(1_000_000, i -> Integer.toString(i % 10_000));
    JsonSchemaWriterSchema writer =
        JsonRows.writer(
            "{'properties':{'t':{'type':'string'},'l':{'type':'array','items':{'type':'integer'}}}}");
    GenericRecord row =
        JsonRows.of(writer).row("{'t':'" + text + "','l':[" + numbers + "],'x':'" + text + "'}");
    Record read =
        ParquetFiles.roundTrip(new Schema(writer.incoming().type().fields()), List.of(row)).get(0);
    assertThat(read.getField("t")).isEqualTo(text);
    assertThat((List<?>) read.getField("l")).hasSize(1_000_000);
    assertThat((String) read.getField("_extra")).hasSize(text.length() + 8);
  }

  static Stream<Arguments> loops() {
    return Stream.of(
        Arguments.of("{'$ref':'#'}", "value: optional string"),
        Arguments.of(
            "{'$ref':'#/$defs/a','$defs':{'a':{'$ref':'#/$defs/b'}," + "'b':{'$ref':'#/$defs/a'}}}",
            "value: optional string"),
        Arguments.of("{'allOf':[{'$ref':'#'}],'type':'integer'}", "value: required long"),
        Arguments.of("{'oneOf':[{'$ref':'#'},{'type':'integer'}]}", "value: required string"),
        Arguments.of("{'oneOf':[{'type':'null'},{'$ref':'#'}]}", "value: optional string"),
        Arguments.of("{'items':{'$ref':'#'}}", "value: required list<required string>"),
        Arguments.of(
            "{'properties':{'a':{'type':'integer'}},'oneOf':[{'$ref':'#'},{'properties':"
                + "{'b':{'type':'integer'}}}],'additionalProperties':false}",
            "a: optional long, b: optional long"),
        Arguments.of(
            "{'$id':'x','properties':{'n':{'$ref':'x'}},'additionalProperties':false}",
            "n: optional string"));
  }

  @ParameterizedTest
  @MethodSource("loops")
  void cutsWhatContainsItself(String schema, String columns) {
    assertThat(ShapeText.columns(JsonRows.writer(schema).incoming().type())).isEqualTo(columns);
  }

  @Test
  void followsLongChainsOfReferences() {
    int length = 20_000;
    String chain =
        joined(length, i -> "'d%d':{'allOf':[{'$ref':'#/$defs/d%d'}]}".formatted(i, i + 1));
    JsonSchemaWriterSchema writer =
        JsonRows.writer(
            "{'$ref':'#/$defs/d0','$defs':{%s,'d%d':{'type':'integer'}}}".formatted(chain, length));
    assertThat(ShapeText.columns(writer.incoming().type())).isEqualTo("value: required long");
  }

  @Test
  void joinsDoublingConjunctionsOnce() {
    String doubling =
        joined(
            60,
            i ->
                "'d%1$d':{'allOf':[{'$ref':'#/$defs/d%2$d'},{'$ref':'#/$defs/d%2$d'}]}"
                    .formatted(i, i + 1));
    JsonSchemaWriterSchema writer =
        JsonRows.writer(
            "{'$ref':'#/$defs/d0','$defs':{%s,'d60':{'type':'integer'}}}".formatted(doubling));
    assertThat(ShapeText.columns(writer.incoming().type())).isEqualTo("value: required long");
  }

  @Test
  void refusesTypesThatReferToEachOtherEveryWhichWay() {
    String every = joined(30, i -> "'m%1$d':{'$ref':'#/$defs/d%1$d'}".formatted(i));
    String types = joined(30, i -> "'d" + i + "':{'properties':{" + every + "}}");
    JsonSchemaWriterSchema writer =
        JsonRows.writer("{'$ref':'#/$defs/d0','$defs':{" + types + "}}");
    assertThatThrownBy(writer::incoming)
        .isInstanceOf(UnsupportedSchemaException.class)
        .hasMessageContaining("split the schema");
  }

  @Test
  void refusesNestingThatNoTableHas() {
    String deep = "{'properties':{'a':".repeat(101) + "{}" + "}}".repeat(101);
    assertThatThrownBy(() -> JsonRows.writer(deep).incoming())
        .isInstanceOf(UnsupportedSchemaException.class)
        .hasMessageContaining("levels of nesting");
    MappingOptions endless = MappingOptions.DEFAULTS.withRecursionDepth(1_000);
    assertThatThrownBy(
            () -> JsonRows.writer("{'properties':{'a':{'$ref':'#'}}}", endless).incoming())
        .isInstanceOf(UnsupportedSchemaException.class);
  }

  private static String joined(int count, IntFunction<String> part) {
    return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining(","));
  }
}
