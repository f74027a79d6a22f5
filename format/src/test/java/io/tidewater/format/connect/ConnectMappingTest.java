/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewater.format.logical.NamedType;
import io.tidewater.format.schema.MappingOptions;
import io.tidewater.format.schema.Requiredness;
import io.tidewater.format.schema.TableSchema;
import io.tidewater.format.schema.UnsupportedSchemaException;
import io.tidewater.format.value.ValueMismatchException;
import java.util.List;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Type.TypeID;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.types.Types.StructType;
import org.apache.kafka.connect.data.ConnectSchema;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.junit.jupiter.api.Test;

final class ConnectMappingTest {
  private static final Schema EMPTY = SchemaBuilder.struct().optional().build();

  private final ConnectMapping mapping = new ConnectMapping(MappingOptions.DEFAULTS);

  @Test
  void carriesWhatTheSchemaSaysOfItsFields() {
    StructType type =
        mapping
            .incoming(
                SchemaBuilder.struct()
                    .field("a", SchemaBuilder.int32().doc(" first\n  second ").build())
                    .field("b", SchemaBuilder.string().optional().doc("\n").build())
                    .build())
            .type();
    NestedField required = type.field("a");
    assertThat(required.isRequired()).isTrue();
    assertThat(required.doc()).isEqualTo("first second");
    assertThat(type.field("b").isOptional()).isTrue();
    assertThat(type.field("b").doc()).isNull();
  }

  @Test
  void leavesOutWhatHasNothingToStore() {
    StructType type =
        mapping
            .incoming(
                SchemaBuilder.struct()
                    .field("empty", EMPTY)
                    .field("list", SchemaBuilder.array(EMPTY).build())
                    .field("map", SchemaBuilder.map(Schema.STRING_SCHEMA, EMPTY).build())
                    .field("outer", SchemaBuilder.struct().field("inner", EMPTY).build())
                    .field("id", Schema.INT64_SCHEMA)
                    .build())
            .type();
    assertThat(TableSchema.of(type, Requiredness.AS_DECLARED).columns())
        .extracting(NestedField::name)
        .containsExactly("id");
    assertThat(mapping.incoming(EMPTY).type().fields()).isEmpty();
  }

  @Test
  void cutsSchemasThatContainThemselves() {
    SchemaBuilder node = SchemaBuilder.struct().name("Node").field("id", Schema.INT64_SCHEMA);
    node.field("next", node).optional();
    assertThat(mapping.incoming(node).type())
        .hasToString("struct<1: id: required long, 2: next: optional string>");
    ConnectMapping deeper = new ConnectMapping(MappingOptions.DEFAULTS.withRecursionDepth(1));
    assertThat(deeper.incoming(node).type().fieldType("next"))
        .hasToString("struct<3: id: required long, 4: next: optional string>");

    SchemaBuilder tree = SchemaBuilder.struct().name("Tree");
    tree.field("children", SchemaBuilder.array(tree).build());
    assertThat(mapping.incoming(tree).type())
        .hasToString("struct<1: children: required list<string>>");
  }

  @Test
  void readsWhatIsBeyondTheCutAsJson() {
    SchemaBuilder node = SchemaBuilder.struct().name("Node").field("id", Schema.INT64_SCHEMA);
    node.field("next", node).optional();
    Struct last = new Struct(node).put("id", 3L);
    Struct value =
        new Struct(node)
            .put("id", 1L)
            .put("next", new Struct(node).put("id", 2L).put("next", last));
    org.apache.iceberg.Schema table =
        TableSchema.of(mapping.incoming(node).type(), Requiredness.AS_DECLARED);
    assertThat(mapping.compile(node, table).convert(value).getField("next"))
        .isEqualTo("{\"id\":2,\"next\":{\"id\":3,\"next\":null}}");

    Struct endless = new Struct(node).put("id", 1L);
    endless.put("next", endless);
    assertThatThrownBy(() -> mapping.compile(node, table).convert(endless))
        .isInstanceOf(ValueMismatchException.class);
  }

  @Test
  void takesTheSameSchemaTwiceSideBySide() {
    Schema address = SchemaBuilder.struct().field("city", Schema.STRING_SCHEMA).build();
    Schema schema = SchemaBuilder.struct().field("from", address).field("to", address).build();
    assertThat(mapping.incoming(schema).type().fields()).hasSize(2);
  }

  @Test
  void refusesWhatIsNestedTooDeep() {
    Schema schema = Schema.INT64_SCHEMA;
    for (int i = 0; i < 5_000; i++) {
      schema = SchemaBuilder.array(schema).build();
    }
    Schema deep = schema;
    assertThatThrownBy(() -> mapping.incoming(deep))
        .isInstanceOf(UnsupportedSchemaException.class)
        .hasMessageContaining("100 levels");
  }

  @Test
  void refusesFieldsWithoutAName() {
    Schema schema =
        new ConnectSchema(
            Schema.Type.STRUCT,
            false,
            null,
            null,
            null,
            null,
            null,
            List.of(new Field("", 0, Schema.INT64_SCHEMA)),
            null,
            null);
    assertThatThrownBy(() -> mapping.incoming(schema))
        .isInstanceOf(UnsupportedSchemaException.class);
  }

  @Test
  void keepsRequiredColumnsOfANewTableOnlyIfAskedTo() {
    StructType incoming =
        mapping
            .incoming(
                SchemaBuilder.struct()
                    .field("list", SchemaBuilder.array(Schema.INT64_SCHEMA).build())
                    .build())
            .type();
    assertThat(TableSchema.of(incoming, Requiredness.ALL_OPTIONAL).asStruct())
        .hasToString("struct<1: list: optional list<long>>");
    assertThat(TableSchema.of(incoming, Requiredness.AS_DECLARED).asStruct())
        .hasToString("struct<1: list: required list<long>>");
    assertThat(
            TableSchema.of(incoming, Requiredness.ALL_OPTIONAL)
                .findType("list")
                .asListType()
                .isElementOptional())
        .isTrue();
  }

  @Test
  void tellsTwoColumnsOfOneFullNameApart() {
    Schema inner = SchemaBuilder.struct().field("b", Schema.INT64_SCHEMA).build();
    StructType incoming =
        mapping
            .incoming(
                SchemaBuilder.struct().field("a", inner).field("a.b", Schema.INT64_SCHEMA).build())
            .type();
    assertThat(TableSchema.of(incoming, Requiredness.ALL_OPTIONAL).columns())
        .extracting(NestedField::name)
        .containsExactly("a", "a.b__2");
  }

  @Test
  void mapsByDefaultOnlyToTypesThatTrinoAndSparkRead() {
    for (NamedType named : NamedType.values()) {
      Schema schema = SchemaBuilder.type(Schema.Type.valueOf(named.base().name())).build();
      Type column = NamedValues.mapping(named, schema, MappingOptions.DEFAULTS).type();
      assertThat(column.typeId()).isNotIn(TypeID.TIME, TypeID.TIMESTAMP_NANO, TypeID.UNKNOWN);
    }
  }
}
