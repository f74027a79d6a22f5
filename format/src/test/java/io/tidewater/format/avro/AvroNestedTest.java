/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewater.format.row.ParquetFiles;
import io.tidewater.format.schema.MappingOptions;
import io.tidewater.format.schema.Requiredness;
import io.tidewater.format.schema.SemiStructured;
import io.tidewater.format.schema.TableSchema;
import io.tidewater.format.schema.UnsupportedSchemaException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.variants.PhysicalType;
import org.apache.iceberg.variants.Variant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Types with others in them: bytes in, values out of a Parquet file. */
final class AvroNestedTest {
  private static final String NODE =
      """
      {'type':'record','name':'Node','fields':[
        {'name':'id','type':'int'}, {'name':'next','type':['null','Node']}]}
      """;

  private MappingOptions options = MappingOptions.DEFAULTS;

  @Test
  void storesListsMapsAndRecords() throws IOException {
    Schema schema =
        field(
            "{'type':'map','values':{'type':'array','items':{'type':'record','name':'Line',"
                + "'fields':[{'name':'sku','type':'string'},{'name':'n','type':['null','int']}]}}}");
    Schema line = column(schema).getValueType().getElementType();
    GenericData.Record one = new GenericRecordBuilder(line).set("sku", "a").set("n", 1).build();
    GenericData.Record two = new GenericRecordBuilder(line).set("sku", "b").set("n", null).build();

    Map<?, ?> read =
        (Map<?, ?>) stored(schema, Map.of("x", List.of(one, two), "y", List.of())).getField("c");

    assertThat(incoming(schema).fieldType("c"))
        .hasToString("map<string, list<struct<5: sku: required string, 6: n: optional int>>>");
    assertThat((List<?>) read.get("x"))
        .map(Object::toString)
        .containsExactly("Record(a, 1)", "Record(b, null)");
    assertThat((List<?>) read.get("y")).isEmpty();
  }

  @Test
  void readsListsInBlocksWithTheirSizes() throws IOException {
    Schema schema = field("{'type':'array','items':'string'}");
    List<String> items = IntStream.range(0, 500).mapToObj(i -> "item " + i).toList();
    GenericData.Record value = new GenericRecordBuilder(schema).set("c", items).build();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryEncoder encoder =
        new EncoderFactory().configureBlockSize(64).blockingBinaryEncoder(bytes, null);
    new GenericDatumWriter<>(schema).write(value, encoder);
    encoder.flush();

    assertThat(rows(schema).read(bytes.toByteArray()).getField("c")).isEqualTo(items);
  }

  @Test
  void passesOverFieldsWithoutAColumn() {
    Schema schema =
        AvroBytes.schema(
            ("{'type':'record','name':'R','fields':["
                    + "{'name':'a','type':['boolean','double']},{'name':'b','type':'float'},"
                    + "{'name':'c','type':{'type':'map','values':{'type':'array','items':'bytes'}}},"
                    + "{'name':'d','type':{'type':'enum','name':'E','symbols':['X']}},"
                    + "{'name':'e','type':['null','R']},"
                    + "{'name':'f','type':{'type':'fixed','name':'F','size':3}},"
                    + "{'name':'kept','type':'long'}]}")
                .replace('\'', '"'));
    org.apache.iceberg.Schema table =
        new org.apache.iceberg.Schema(
            Types.NestedField.optional(1, "other", Types.StringType.get()),
            Types.NestedField.optional(2, "kept", Types.LongType.get()));
    GenericData.Record inner =
        new GenericRecordBuilder(schema)
            .set("a", true)
            .set("b", 1f)
            .set("c", Map.of("k", List.of(ByteBuffer.wrap(new byte[] {7, 7}))))
            .set("d", new GenericData.EnumSymbol(schema.getField("d").schema(), "X"))
            .set("e", null)
            .set("f", new GenericData.Fixed(schema.getField("f").schema(), new byte[3]))
            .set("kept", 5L)
            .build();
    GenericData.Record outer =
        new GenericRecordBuilder(inner).set("a", 0.5).set("e", inner).build();

    assertThat(new AvroRows(schema, table, options).row(outer)).hasToString("Record(null, 5)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"['null','int']", "['int','null']"})
  void readsOptionalValuesInEitherOrder(String union) throws IOException {
    Schema schema = field(union);

    assertThat(incoming(schema).field("c").isOptional()).isTrue();
    assertThat(incoming(schema).fieldType("c")).isEqualTo(Types.IntegerType.get());
    assertThat(stored(schema, 5).getField("c")).isEqualTo(5);
    assertThat(rows(schema).row(record(schema, null)).getField("c")).isNull();
  }

  @Test
  void readsAUnionOfOneTypeAsThatType() throws IOException {
    Schema schema = field("['int']");

    assertThat(incoming(schema).field("c").isRequired()).isTrue();
    assertThat(stored(schema, 5).getField("c")).isEqualTo(5);
  }

  @Test
  void storesAUnionOfSeveralTypesAsAStructOfItsBranches() throws IOException {
    Schema schema =
        field(
            "['string','null',{'type':'record','name':'a.Point','fields':[{'name':'x','type':'int'}]},"
                + "{'type':'record','name':'b.Point','fields':[{'name':'y','type':'int'}]},"
                + "{'type':'array','items':'long'}]");
    Schema other = column(schema).getTypes().get(3);

    assertThat(incoming(schema).fieldType("c"))
        .hasToString(
            "struct<2: string: optional string, 3: a_Point: optional struct<4: x: required int>,"
                + " 5: b_Point: optional struct<6: y: required int>, 7: array: optional"
                + " list<long>>");
    assertThat(stored(schema, "s").getField("c")).hasToString("Record(s, null, null, null)");
    assertThat(stored(schema, new GenericRecordBuilder(other).set("y", 3).build()).getField("c"))
        .hasToString("Record(null, null, Record(3), null)");
    assertThat(stored(schema, List.of(1L)).getField("c"))
        .hasToString("Record(null, null, null, [1])");
    assertThat(rows(schema).row(record(schema, null)).getField("c")).isNull();
  }

  @Test
  void tellsWhichBranchItWasWhereOneHasNoContent() throws IOException {
    Schema schema =
        field(
            "[{'type':'record','name':'Start','fields':[]},"
                + "{'type':'record','name':'Stop','fields':[{'name':'at','type':'int'}]}]");
    Schema start = column(schema).getTypes().get(0);
    Schema stop = column(schema).getTypes().get(1);

    assertThat(incoming(schema).fieldType("c"))
        .hasToString(
            "struct<3: Stop: optional struct<4: at: required int>, 5: branch: optional string>");
    assertThat(stored(schema, new GenericData.Record(start)).getField("c"))
        .hasToString("Record(null, Start)");
    assertThat(stored(schema, new GenericRecordBuilder(stop).set("at", 5).build()).getField("c"))
        .hasToString("Record(Record(5), Stop)");
  }

  @Test
  void cutsATypeWithinItselfIntoText() throws IOException {
    Schema schema = AvroBytes.schema(NODE.replace('\'', '"'));

    assertThat(incoming(schema))
        .hasToString("struct<1: id: required int, 2: next: optional string>");
    assertThat(storedWhole(schema, node(schema, 3)))
        .hasToString("Record(3, {\"id\":2,\"next\":{\"id\":1,\"next\":null}})");
  }

  @Test
  void cutsATypeWithinItselfAsDeepAsChosen() throws IOException {
    options = options.withRecursionDepth(2);
    Schema schema = AvroBytes.schema(NODE.replace('\'', '"'));

    assertThat(incoming(schema))
        .hasToString(
            "struct<1: id: required int, 2: next: optional struct<3: id: required int, 4: next:"
                + " optional struct<5: id: required int, 6: next: optional string>>>");
    assertThat(storedWhole(schema, node(schema, 4)))
        .hasToString("Record(4, Record(3, Record(2, {\"id\":1,\"next\":null})))");
  }

  @Test
  void cutsATypeWithinItselfIntoAVariant() throws IOException {
    options = options.with(SemiStructured.VARIANT);
    Schema schema = AvroBytes.schema(NODE.replace('\'', '"'));
    Types.StructType incoming = incoming(schema);

    Variant next = (Variant) storedWhole(schema, node(schema, 3)).getField("next");

    assertThat(incoming).hasToString("struct<1: id: required int, 2: next: optional variant>");
    assertThat(next.value().asObject().get("id").asPrimitive().get()).hasToString("2");
    assertThat(next.value().asObject().get("next").asObject().get("next").type())
        .isEqualTo(PhysicalType.NULL);
  }

  @Test
  void writesAnyNestedValueIntoAColumnOfText() {
    Schema schema =
        field("['null',{'type':'map','values':[{'type':'int','logicalType':'date'},'string']}]");
    org.apache.iceberg.Schema table =
        new org.apache.iceberg.Schema(Types.NestedField.optional(1, "c", Types.StringType.get()));
    AvroRows rows = new AvroRows(schema, table, options);

    assertThat(rows.row(record(schema, Map.of("k", 5))).getField("c"))
        .isEqualTo("{\"k\":{\"int\":\"1970-01-06\"}}");
    assertThat(rows.row(record(schema, null)).getField("c")).isNull();
  }

  @Test
  void readsListsOfEntriesAsMaps() throws IOException {
    Schema schema =
        field(
            "{'type':'array','items':{'type':'record','name':'MapEntry','connect.internal.type':"
                + "'MapEntry','fields':[{'name':'key','type':'int'},"
                + "{'name':'value','type':['null','string']}]}}");
    Schema entry = column(schema).getElementType();

    assertThat(incoming(schema).fieldType("c")).hasToString("map<int, string>");
    assertThat(
            stored(
                    schema,
                    List.of(
                        new GenericRecordBuilder(entry).set("key", 1).set("value", "a").build()))
                .getField("c"))
        .isEqualTo(Map.of(1, "a"));
  }

  @Test
  void storesAValueThatIsNoRecordInAColumnOfItsOwn() throws IOException {
    Schema schema = AvroBytes.schema("[\"null\", \"long\"]");

    assertThat(AvroRows.writer(schema, options).isRecord()).isFalse();
    assertThat(incoming(schema)).hasToString("struct<1: value: optional long>");
    assertThat(storedWhole(schema, 5L).getField("value")).isEqualTo(5L);
  }

  @Test
  void storesNothingOfWhatHoldsNothing() {
    Schema schema =
        AvroBytes.schema(
            ("{'type':'record','name':'R','fields':["
                    + "{'name':'a','type':'null'},"
                    + "{'name':'b','type':{'type':'array','items':'null'}},"
                    + "{'name':'c','type':{'type':'record','name':'Empty','fields':[]}},"
                    + "{'name':'d','type':{'type':'fixed','name':'F','size':0}},"
                    + "{'name':'e','type':'int'}]}")
                .replace('\'', '"'));

    assertThat(incoming(schema)).hasToString("struct<6: e: required int>");
    assertThat(rows(schema).read(new byte[] {6, 0, 14}).getField("e")).isEqualTo(7);
  }

  @Test
  void refusesSchemasThatAreTooDeepOrTooWide() {
    StringBuilder deep = new StringBuilder("'int'");
    for (int i = 0; i < 100; i++) {
      deep.insert(0, "{'type':'array','items':").append('}');
    }
    String wide = "{'type':'record','name':'R17','fields':[{'name':'x','type':'int'}]}";
    for (int i = 16; i >= 0; i--) {
      wide =
          "{'type':'record','name':'R%d','fields':[{'name':'a','type':%s},{'name':'b','type':'R%d'}]}"
              .formatted(i, wide, i + 1);
    }
    Schema doubled = AvroBytes.schema(wide.replace('\'', '"'));

    assertThatThrownBy(() -> incoming(field(deep.toString())))
        .isInstanceOf(UnsupportedSchemaException.class)
        .hasMessageContaining("more than 100 levels of nesting");
    assertThatThrownBy(() -> incoming(doubled))
        .isInstanceOf(UnsupportedSchemaException.class)
        .hasMessageContaining("more than 100000 fields");
  }

  /** A record with one field. */
  private static Schema field(String type) {
    return AvroBytes.schema(
        ("{'type':'record','name':'R','fields':[{'name':'c','type':" + type + "}]}")
            .replace('\'', '"'));
  }

  private static Schema column(Schema record) {
    return record.getField("c").schema();
  }

  private static GenericData.Record record(Schema schema, @Nullable Object value) {
    return new GenericRecordBuilder(schema).set("c", value).build();
  }

  private Types.StructType incoming(Schema schema) {
    return AvroRows.writer(schema, options).incoming().type();
  }

  private AvroRows rows(Schema schema) {
    return new AvroRows(schema, table(schema), options);
  }

  private org.apache.iceberg.Schema table(Schema schema) {
    return TableSchema.of(incoming(schema), Requiredness.AS_DECLARED);
  }

  private Record stored(Schema schema, Object value) throws IOException {
    return storedWhole(schema, record(schema, value));
  }

  private Record storedWhole(Schema schema, Object value) throws IOException {
    return ParquetFiles.roundTrip(table(schema), List.of(rows(schema).row(value))).get(0);
  }

  private static GenericData.Record node(Schema schema, int length) {
    GenericData.Record next = length == 1 ? null : node(schema, length - 1);
    return new GenericRecordBuilder(schema).set("id", length).set("next", next).build();
  }
}
