/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.jsonschema;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.format.row.ParquetFiles;
import io.tidewater.format.schema.MappingOptions;
import io.tidewater.format.schema.SemiStructured;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.iceberg.Schema;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.types.Types.NestedField;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Schemas with children, and how they are put together: columns, and values out of Parquet. */
final class JsonSchemaShapesTest {
  static Stream<Arguments> nested() {
    return Stream.of(
        schema(
            "{'type':'object','properties':{'o':{'type':'object','properties':"
                + "{'a':{'type':'integer'},'b':{'type':'string'}},'required':['a'],"
                + "'additionalProperties':false}},'required':['o'],'additionalProperties':false}",
            "o: required struct<a: required long, b: optional string>",
            "{'o':{'b':'x','a':1}}",
            "{o={a=1, b=x}}"),
        schema(
            closed("'l':{'type':'array','items':{'type':'integer'}}"),
            "l: optional list<required long>",
            "{'l':[1,2]}",
            "{l=[1, 2]}"),
        schema(
            closed("'l':{'type':'array','items':{'type':['integer','null']}}"),
            "l: optional list<optional long>",
            "{'l':[1,null]}",
            "{l=[1, null]}"),
        schema(
            closed("'l':{'type':'array'}"),
            "l: optional list<optional string>",
            "{'l':[1,'a',null,[2]]}",
            "{l=[1, \"a\", null, [2]]}"),
        schema(
            closed("'l':{'items':[{'type':'number'},{'type':'number'}],'additionalItems':false}"),
            "l: optional list<required double>",
            "{'l':[1,2.5]}",
            "{l=[1.0, 2.5]}"),
        schema(
            closed("'m':{'type':'object','additionalProperties':{'type':'integer'}}"),
            "m: optional map<string, required long>",
            "{'m':{'x':1,'':2}}",
            "{m={x=1, =2}}"),
        schema(
            closed(
                "'m':{'type':'object','patternProperties':{'^a':{'type':'integer'}},"
                    + "'additionalProperties':false}"),
            "m: optional map<string, required long>",
            "{'m':{'a':1}}",
            "{m={a=1}}"),
        schema(
            closed("'m':{'type':'object','connect.type':'map','additionalProperties':true}"),
            "m: optional map<string, optional string>",
            "{'m':{'a':[1],'b':null}}",
            "{m={a=[1], b=null}}"),
        schema(
            closed(
                "'m':{'type':'array','connect.type':'map','items':{'type':'object','properties':"
                    + "{'key':{'type':'integer','connect.type':'int32','connect.index':0},"
                    + "'value':{'type':'boolean','connect.index':1}}}}"),
            "m: optional map<int, required boolean>",
            "{'m':[{'value':true,'key':1},{'key':2,'value':false}]}",
            "{m={1=true, 2=false}}"),
        schema(
            closed("'e':{'type':'object','additionalProperties':false},'n':{'type':'null'}"),
            "",
            "{'e':{},'n':null}",
            "{}"),
        schema(
            closed(
                "'b':{'type':'string','connect.index':1},'a':{'oneOf':[{'type':'null'},"
                    + "{'type':'string','connect.index':0}]},'c':{'type':'string'}"),
            "a: optional string, b: optional string, c: optional string",
            "{'c':'3','b':'2','a':'1'}",
            "{a=1, b=2, c=3}"));
  }

  static Stream<Arguments> open() {
    String open = "{'type':'object','properties':{'a':{'type':'integer'}}}";
    return Stream.of(
        schema(open, "a: optional long, _extra: optional string", "{'a':1}", "{a=1, _extra=null}"),
        schema(
            open,
            "a: optional long, _extra: optional string",
            "{'x':{'y':[1]},'a':1,'z':null}",
            "{a=1, _extra={\"x\":{\"y\":[1]},\"z\":null}}"),
        schema(
            closed("'o':" + open),
            "o: optional struct<a: optional long, _extra: optional string>",
            "{'o':{'b':true}}",
            "{o={a=null, _extra={\"b\":true}}}"),
        schema(
            "{'properties':{'_extra':{'type':'integer'}}}",
            "_extra: optional long, _extra_: optional string",
            "{'_extra':1,'b':2}",
            "{_extra=1, _extra_={\"b\":2}}"));
  }

  static Stream<Arguments> composed() {
    String definitions =
        ",'$defs':{'A':{'type':'object','properties':{'a':{'type':'integer'}},"
            + "'required':['a'],'additionalProperties':false},'B':{'$anchor':'bee','type':'object',"
            + "'properties':{'b':{'type':'string'}},'additionalProperties':false}}";
    return Stream.of(
        schema(
            closed("'x':{'$ref':'#/$defs/A'}", definitions),
            "x: optional struct<a: required long>",
            "{'x':{'a':1}}",
            "{x={a=1}}"),
        schema(
            closed("'x':{'allOf':[{'$ref':'#/$defs/A'},{'$ref':'#bee'}]}", definitions),
            "x: optional struct<a: required long, b: optional string>",
            "{'x':{'a':1,'b':'y'}}",
            "{x={a=1, b=y}}"),
        schema(
            closed("'x':{'oneOf':[{'$ref':'#/$defs/A'},{'$ref':'#/$defs/B'}]}", definitions),
            "x: optional struct<A: optional struct<a: required long>,"
                + " B: optional struct<b: optional string>>",
            "{'x':{'b':'y'}}",
            "{x={A=null, B={b=y}}}"),
        schema(
            closed("'x':{'anyOf':[{'type':'null'},{'$ref':'#/$defs/A'}]}", definitions),
            "x: optional struct<a: required long>",
            "{'x':null}",
            "{x=null}"),
        schema(
            closed(
                "'x':{'oneOf':[{'type':'integer'},{'type':'array','items':{'type':'integer'}}]}"),
            "x: optional struct<integer: optional long, array: optional list<required long>>",
            "{'x':[1]}",
            "{x={integer=null, array=[1]}}"),
        schema(
            closed(
                "'x':{'type':['object','string'],'properties':{'a':{'type':'integer'}},"
                    + "'additionalProperties':false}"),
            "x: optional struct<string: optional string, object: optional struct<a: optional long>>",
            "{'x':'t'}",
            "{x={string=t, object=null}}"),
        schema(
            closed(
                "'x':{'type':'object','properties':{'kind':{'type':'string'}},'oneOf':["
                    + "{'properties':{'kind':{'const':'a'},'n':{'type':'integer'}}},"
                    + "{'properties':{'kind':{'const':'b'},'n':{'type':'string'}},"
                    + "'required':['n']}],'additionalProperties':false}"),
            "x: optional struct<kind: optional string, n: optional string>",
            "{'x':{'kind':'a','n':5}}",
            "{x={kind=a, n=5}}"),
        schema(
            closed(
                "'x':{'type':'object','properties':{'a':{'type':'integer'}},"
                    + "'anyOf':[{'required':['a']},{'required':['b']}],'additionalProperties':false}"),
            "x: optional struct<a: optional long>",
            "{'x':{'a':5}}",
            "{x={a=5}}"),
        schema(
            closed(
                "'x':{'oneOf':[{'type':'object','title':'Cat','properties':{'t':{'const':'c'}}},"
                    + "{'type':'object','title':'io.pets.Dog','properties':{'t':{'const':'d'}}}]}"),
            "x: optional struct<Cat: optional struct<t: optional string, _extra: optional string>,"
                + " Dog: optional struct<t: optional string, _extra: optional string>>",
            "{'x':{'t':'d'}}",
            "{x={Cat=null, Dog={t=d, _extra=null}}}"),
        schema(
            closed(
                "'x':{'discriminator':{'propertyName':'t','mapping':{'bee':'#/$defs/B2'}},"
                    + "'oneOf':[{'$ref':'#/$defs/A2'},{'$ref':'#/$defs/B2'}]}",
                ",'$defs':{'A2':{'type':'object','properties':{'t':{'type':'string'}}},"
                    + "'B2':{'type':'object','properties':{'t':{'type':'string'}},"
                    + "'description':'second'}}"),
            "x: optional struct<A2: optional struct<t: optional string, _extra: optional string>,"
                + " B2: optional struct<t: optional string, _extra: optional string>>",
            "{'x':{'t':'bee'}}",
            "{x={A2=null, B2={t=bee, _extra=null}}}"));
  }

  static Stream<Arguments> recursive() {
    String tree =
        "{'type':'object','properties':{'v':{'type':'integer'},'next':{'$ref':'#'}},"
            + "'additionalProperties':false}";
    String json = "{'v':1,'next':{'v':2,'next':{'v':3}}}";
    MappingOptions once = MappingOptions.DEFAULTS.withRecursionDepth(1);
    return Stream.of(
        schema(
            tree,
            "v: optional long, next: optional string",
            json,
            "{v=1, next={\"v\":2,\"next\":{\"v\":3}}}"),
        Arguments.of(
            once,
            tree,
            "v: optional long, next: optional struct<v: optional long, next: optional string>",
            json,
            "{v=1, next={v=2, next={\"v\":3}}}"),
        Arguments.of(
            MappingOptions.DEFAULTS.with(SemiStructured.VARIANT),
            tree,
            "v: optional long, next: optional variant",
            json,
            "{v=1, next={\"next\":{\"v\":3},\"v\":2}}"));
  }

  static Stream<Arguments> single() {
    return Stream.of(
        schema("{'type':'integer'}", "value: required long", "5", "{value=5}"),
        schema("{'type':['null','string']}", "value: optional string", "null", "{value=null}"),
        schema(
            "{'type':'array','items':{'type':'integer'}}",
            "value: required list<required long>",
            "[1]",
            "{value=[1]}"),
        schema("{'type':'object'}", "value: required string", "{'a':1}", "{value={\"a\":1}}"),
        schema("true", "value: optional string", "[]", "{value=[]}"));
  }

  @ParameterizedTest
  @MethodSource({"nested", "open", "composed", "recursive", "single"})
  void isReadBackFromParquet(
      MappingOptions options, String schema, String columns, String record, String expected)
      throws IOException {
    JsonSchemaWriterSchema writer = JsonRows.writer(schema, options);
    assertThat(ShapeText.columns(writer.incoming().type())).isEqualTo(columns);
    Record row = JsonRows.of(writer).row(record);
    List<NestedField> fields = writer.incoming().type().fields();
    Record read =
        fields.isEmpty()
            ? row
            : ParquetFiles.roundTrip(
                    new Schema(fields), List.of((org.apache.iceberg.data.GenericRecord) row))
                .get(0);
    assertThat(ShapeText.value(read)).isEqualTo(expected);
  }

  private static Arguments schema(String schema, String columns, String record, String expected) {
    return Arguments.of(MappingOptions.DEFAULTS, schema, columns, record, expected);
  }

  private static String closed(String members) {
    return closed(members, "");
  }

  private static String closed(String members, String more) {
    return "{'type':'object','properties':{%s},'additionalProperties':false%s}"
        .formatted(members, more);
  }
}
