/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every scalar type, wherever it may stand, with the values at its ends. */
final class ScalarTypesTest {
  private static final BigDecimal MAX_UINT64 = new BigDecimal("18446744073709551615");

  private record Case(
      FieldDescriptorProto.Type type,
      org.apache.iceberg.types.Type column,
      Object zero,
      Map<Object, Object> values) {
    @Override
    public String toString() {
      return type.name();
    }
  }

  static Stream<Case> scalars() {
    ByteBuffer bytes = ByteBuffer.wrap(new byte[] {0, -1, 'x'});
    org.apache.iceberg.types.Type unsigned = Types.DecimalType.of(20, 0);
    Map<Object, Object> ints =
        Map.of(1, 1, -1, -1, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MIN_VALUE, -1 << 31);
    Map<Object, Object> longs =
        Map.of(1L, 1L, -1L, -1L, Long.MAX_VALUE, Long.MAX_VALUE, Long.MIN_VALUE, Long.MIN_VALUE);
    Map<Object, Object> unsignedInts = Map.of(1, 1L, -1, 4294967295L, 300, 300L);
    Map<Object, Object> unsignedLongs = Map.of(1L, BigDecimal.ONE, -1L, MAX_UINT64);
    return Stream.of(
        new Case(
            FieldDescriptorProto.Type.TYPE_DOUBLE,
            Types.DoubleType.get(),
            0d,
            Map.of(1.5, 1.5, Double.NaN, Double.NaN, -0.0, -0.0, Double.MIN_VALUE, 4.9e-324)),
        new Case(
            FieldDescriptorProto.Type.TYPE_FLOAT,
            Types.FloatType.get(),
            0f,
            Map.of(1.5f, 1.5f, Float.NEGATIVE_INFINITY, Float.NEGATIVE_INFINITY)),
        new Case(FieldDescriptorProto.Type.TYPE_INT32, Types.IntegerType.get(), 0, ints),
        new Case(FieldDescriptorProto.Type.TYPE_SINT32, Types.IntegerType.get(), 0, ints),
        new Case(FieldDescriptorProto.Type.TYPE_SFIXED32, Types.IntegerType.get(), 0, ints),
        new Case(FieldDescriptorProto.Type.TYPE_INT64, Types.LongType.get(), 0L, longs),
        new Case(FieldDescriptorProto.Type.TYPE_SINT64, Types.LongType.get(), 0L, longs),
        new Case(FieldDescriptorProto.Type.TYPE_SFIXED64, Types.LongType.get(), 0L, longs),
        new Case(FieldDescriptorProto.Type.TYPE_UINT32, Types.LongType.get(), 0L, unsignedInts),
        new Case(FieldDescriptorProto.Type.TYPE_FIXED32, Types.LongType.get(), 0L, unsignedInts),
        new Case(FieldDescriptorProto.Type.TYPE_UINT64, unsigned, BigDecimal.ZERO, unsignedLongs),
        new Case(FieldDescriptorProto.Type.TYPE_FIXED64, unsigned, BigDecimal.ZERO, unsignedLongs),
        new Case(
            FieldDescriptorProto.Type.TYPE_BOOL,
            Types.BooleanType.get(),
            false,
            Map.of(true, true, false, false)),
        new Case(
            FieldDescriptorProto.Type.TYPE_STRING,
            Types.StringType.get(),
            "",
            Map.of("é\u0000🦭", "é\u0000🦭", "", "")),
        new Case(
            FieldDescriptorProto.Type.TYPE_BYTES,
            Types.BinaryType.get(),
            ByteBuffer.allocate(0),
            Map.of(ByteString.copyFrom(bytes.duplicate()), bytes)));
  }

  @ParameterizedTest
  @MethodSource("scalars")
  void storesSingularValues(Case scalar) throws IOException {
    Descriptor message = ProtoFile.proto3().scalar("f", 1, scalar.type).descriptor();
    Reading reading = Reading.of(message);
    assertThat(reading.type("f")).isEqualTo(scalar.column);
    assertThat(reading.table().findField("f").isRequired()).isTrue();
    for (Map.Entry<Object, Object> value : scalar.values.entrySet()) {
      byte[] bytes = message(message, value.getKey());
      assertThat(reading.stored(bytes, "f")).isEqualTo(value.getValue());
    }
    assertThat(reading.stored(new byte[0], "f")).as("without presence").isEqualTo(scalar.zero);
  }

  @ParameterizedTest
  @MethodSource("scalars")
  void tellsAbsenceFromZeroWhereTheWriterDoes(Case scalar) throws IOException {
    ProtoFile optional = ProtoFile.proto3().scalar("f", 1, scalar.type).oneofOfLast("_f", 1);
    optional.last().setProto3Optional(true);
    ProtoFile oneof = ProtoFile.proto3().scalar("f", 1, scalar.type).oneofOfLast("o", 1);
    ProtoFile old = ProtoFile.proto2().scalar("f", 1, scalar.type);
    for (ProtoFile file : List.of(optional, oneof, old)) {
      Descriptor message = file.descriptor();
      Reading reading = Reading.of(message);
      assertThat(reading.table().findField("f").isOptional()).isTrue();
      FieldDescriptor field = message.findFieldByName("f");
      byte[] zero = message(message, field.getDefaultValue());
      assertThat(zero).isNotEmpty();
      assertThat(reading.stored(zero, "f")).isEqualTo(scalar.zero);
      assertThat(reading.stored(new byte[0], "f")).isNull();
    }
  }

  @ParameterizedTest
  @MethodSource("scalars")
  void storesListsHoweverTheyAreWritten(Case scalar) throws IOException {
    boolean packable =
        scalar.type != FieldDescriptorProto.Type.TYPE_STRING
            && scalar.type != FieldDescriptorProto.Type.TYPE_BYTES;
    for (boolean packed : packable ? new boolean[] {true, false} : new boolean[] {false}) {
      ProtoFile file = ProtoFile.proto2().repeated("f", 1, scalar.type);
      if (packable) {
        file.last().getOptionsBuilder().setPacked(packed);
      }
      Descriptor message = file.descriptor();
      Reading reading = Reading.of(message);
      List<Object> sent = List.copyOf(scalar.values.keySet());
      List<Object> stored = sent.stream().map(scalar.values::get).toList();
      assertThat(reading.stored(message(message, sent), "f")).isEqualTo(stored);
      assertThat(reading.stored(new byte[0], "f")).isEqualTo(List.of());
    }
  }

  @ParameterizedTest
  @MethodSource("scalars")
  void storesMapValues(Case scalar) throws IOException {
    Descriptor message =
        ProtoFile.proto3()
            .map(
                "f",
                1,
                FieldDescriptorProto.Type.TYPE_STRING,
                ProtoFile.field("value", 2, scalar.type))
            .descriptor();
    Reading reading = Reading.of(message);
    Object sent = scalar.values.keySet().iterator().next();
    Record record = reading.stored(entry(message, "k", sent));
    assertThat(record.getField("f")).isEqualTo(Map.of("k", scalar.values.get(sent)));
  }

  @ParameterizedTest
  @MethodSource("scalars")
  void storesMapKeys(Case scalar) throws IOException {
    List<FieldDescriptorProto.Type> noKeys =
        List.of(
            FieldDescriptorProto.Type.TYPE_DOUBLE,
            FieldDescriptorProto.Type.TYPE_FLOAT,
            FieldDescriptorProto.Type.TYPE_BYTES);
    if (noKeys.contains(scalar.type)) {
      return;
    }
    Descriptor message =
        ProtoFile.proto3()
            .map(
                "f",
                1,
                scalar.type,
                ProtoFile.field("value", 2, FieldDescriptorProto.Type.TYPE_INT32))
            .descriptor();
    Reading reading = Reading.of(message);
    Object sent = scalar.values.keySet().iterator().next();
    Record record = reading.stored(entry(message, sent, 7));
    assertThat(record.getField("f")).isEqualTo(Map.of(scalar.values.get(sent), 7));
  }

  private static byte[] message(Descriptor message, Object value) {
    return DynamicMessage.newBuilder(message)
        .setField(message.findFieldByName("f"), value)
        .build()
        .toByteArray();
  }

  private static byte[] entry(Descriptor message, Object key, Object value) {
    FieldDescriptor field = message.findFieldByName("f");
    Descriptor type = field.getMessageType();
    DynamicMessage entry =
        DynamicMessage.newBuilder(type)
            .setField(type.findFieldByNumber(1), key)
            .setField(type.findFieldByNumber(2), value)
            .build();
    return DynamicMessage.newBuilder(message).addRepeatedField(field, entry).build().toByteArray();
  }
}
