/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.jsonschema;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.format.schema.MappingOptions;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class JsonSchemaReferencesTest {
  private static final String OTHER = "{\"type\":\"integer\"}";

  static Stream<Arguments> references() {
    String named = "{\"$id\":\"http://shop.example/other\",\"type\":\"integer\"}";
    String inside = "{\"$defs\":{\"n\":{\"type\":\"integer\"}}}";
    return Stream.of(
        ref("{'properties':{'m':{'$ref':'other.json'}}", "other.json", OTHER),
        ref(
            "{'$id':'http://a.b/c/d','properties':{'m':{'$ref':'other.json'}}",
            "other.json",
            OTHER),
        ref("{'properties':{'m':{'$ref':'http://shop.example/other'}}", "x", named),
        ref("{'$id':'http://shop.example/me','properties':{'m':{'$ref':'other'}}", "x", named),
        ref("{'properties':{'m':{'$ref':'other.json#/$defs/n'}}", "other.json", inside),
        ref(
            "{'properties':{'m':{'$ref':'#/definitions/a%25b~1c'}},"
                + "'definitions':{'a%b/c':{'type':'integer'}}",
            "x", OTHER),
        ref(
            "{'$schema':'http://json-schema.org/draft-04/schema#','id':'http://a.b/root',"
                + "'properties':{'m':{'$ref':'part'}},"
                + "'definitions':{'p':{'id':'part','type':'integer'}}",
            "x",
            OTHER),
        ref(
            "{'properties':{'m':{'$ref':'#num'}},"
                + "'definitions':{'p':{'$id':'#num','type':'integer'}}",
            "x",
            OTHER),
        ref(
            "{'properties':{'m':{'$ref':'#num'}},"
                + "'$defs':{'p':{'$anchor':'num','type':'integer'}}",
            "x",
            OTHER),
        ref(
            "{'properties':{'m':{'$dynamicRef':'#num'}},"
                + "'$defs':{'p':{'$dynamicAnchor':'num','type':'integer'}}",
            "x",
            OTHER),
        ref(
            "{'properties':{'m':{'$id':'#/properties/m','$ref':'#/$defs/p'}},"
                + "'$defs':{'p':{'type':'integer'}}",
            "x",
            OTHER),
        ref(
            "{'properties':{'m':{'$ref':'#/$defs/a'}},'$defs':{'a':{'$ref':'#/$defs/b'},"
                + "'b':{'$ref':'#/$defs/c'},'c':{'type':'integer'}}",
            "x",
            OTHER));
  }

  @ParameterizedTest
  @MethodSource("references")
  void findsWhatIsReferredTo(String schema, String name, String text) {
    assertThat(columns(schema + ",'additionalProperties':false}", Map.of(name, text)))
        .isEqualTo("m: optional long");
  }

  @Test
  void readsReferencesThatReferFurther() {
    Map<String, String> references =
        Map.of(
            "c.json", "{\"type\":\"integer\"}",
            "b.json", "{\"type\":\"array\",\"items\":{\"$ref\":\"c.json\"}}");
    assertThat(
            columns(
                "{'properties':{'m':{'$ref':'b.json'}},'additionalProperties':false}", references))
        .isEqualTo("m: optional list<required long>");
  }

  @Test
  void takesDocsDefaultsAndTheTitle() {
    JsonSchemaWriterSchema writer =
        JsonRows.writer(
            "{'title':'Order','properties':{'a':{'type':'integer','default':5,"
                + "'description':'how\\nmany'},'b':{'type':'string','format':'date',"
                + "'default':'2026-11-21'},'c':{'type':'integer','default':'x'}}}");
    assertThat(writer.incoming().recordName()).isEqualTo("Order");
    assertThat(writer.incoming().schemaId()).hasValue(JsonRows.ID);
    assertThat(writer.incoming().type().field("a").doc()).isEqualTo("how many");
    assertThat(writer.incoming().type().field("a").writeDefault()).isEqualTo(5L);
    assertThat(writer.incoming().type().field("b").initialDefault()).isEqualTo(20_778);
    assertThat(writer.incoming().type().field("c").writeDefault()).isNull();
  }

  @Test
  void leavesExplicitNullNull() {
    JsonRows rows =
        JsonRows.of(JsonRows.writer("{'properties':{'a':{'type':'integer','default':5}}}"));
    assertThat(rows.row("{}").getField("a")).isEqualTo(5L);
    assertThat(rows.row("{'a':null}").getField("a")).isNull();
  }

  private static String columns(String schema, Map<String, String> references) {
    return ShapeText.columns(
        JsonRows.writer(schema, references, MappingOptions.DEFAULTS).incoming().type());
  }

  private static Arguments ref(String schema, String name, String text) {
    return Arguments.of(schema, name, text);
  }
}
