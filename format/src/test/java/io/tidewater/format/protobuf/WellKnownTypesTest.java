/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Any;
import com.google.protobuf.AnyProto;
import com.google.protobuf.ByteString;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Duration;
import com.google.protobuf.DurationProto;
import com.google.protobuf.Empty;
import com.google.protobuf.EmptyProto;
import com.google.protobuf.FieldMask;
import com.google.protobuf.FieldMaskProto;
import com.google.protobuf.Int32Value;
import com.google.protobuf.ListValue;
import com.google.protobuf.Message;
import com.google.protobuf.NullValue;
import com.google.protobuf.StringValue;
import com.google.protobuf.Struct;
import com.google.protobuf.StructProto;
import com.google.protobuf.Timestamp;
import com.google.protobuf.TimestampProto;
import com.google.protobuf.UInt64Value;
import com.google.protobuf.Value;
import com.google.protobuf.WrappersProto;
import io.tidewater.format.schema.MappingOptions;
import io.tidewater.format.schema.NanoTimestamps;
import io.tidewater.format.schema.SemiStructured;
import io.tidewater.format.value.ValueMismatchException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.OffsetDateTime;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.variants.Variant;
import org.junit.jupiter.api.Test;

/** Google's own messages that stand for a value, written by Google's own classes. */
final class WellKnownTypesTest {
  @Test
  void storesTimestampsInMicroseconds() throws IOException {
    Reading reading = reading("Timestamp", TimestampProto.getDescriptor());
    assertThat(reading.type("f")).isEqualTo(Types.TimestampType.withZone());
    assertThat(stored(reading, timestamp(1_700_000_000L, 123_456_000)))
        .isEqualTo(OffsetDateTime.parse("2023-11-14T22:13:20.123456Z"));
    assertThat(stored(reading, timestamp(-62_135_596_800L, 0)))
        .isEqualTo(OffsetDateTime.parse("0001-01-01T00:00:00Z"));
    assertThat(stored(reading, timestamp(-1, 999_999_000)))
        .isEqualTo(OffsetDateTime.parse("1969-12-31T23:59:59.999999Z"));
    assertThat(reading.stored(new byte[0], "f")).isNull();
    assertThat(reading.stored(new byte[] {0x0a, 0}, "f"))
        .isEqualTo(OffsetDateTime.parse("1970-01-01T00:00:00Z"));
  }

  @Test
  void refusesTimestampsThatTheColumnCannotHold() {
    Reading reading = reading("Timestamp", TimestampProto.getDescriptor());
    assertRefused(reading, timestamp(0, 1), "unless the mapping is told to keep nanoseconds");
    assertRefused(reading, timestamp(0, -1), "from year 1 to 9999");
    assertRefused(reading, timestamp(253_402_300_800L, 0), "from year 1 to 9999");
  }

  @Test
  void keepsNanosecondsWhereTheOptionSays() throws IOException {
    FileDescriptor file = TimestampProto.getDescriptor();
    Timestamp sent = timestamp(1_700_000_000L, 123_456_789);
    Reading nanos = reading("Timestamp", MappingOptions.DEFAULTS.with(NanoTimestamps.NANOS), file);
    assertThat(nanos.type("f")).isEqualTo(Types.TimestampNanoType.withZone());
    assertThat(stored(nanos, sent))
        .isEqualTo(OffsetDateTime.parse("2023-11-14T22:13:20.123456789Z"));
    assertRefused(nanos, timestamp(253_402_300_799L, 0), "from 1677 to 2262");
    Reading number = reading("Timestamp", MappingOptions.DEFAULTS.with(NanoTimestamps.LONG), file);
    assertThat(stored(number, sent)).isEqualTo(1_700_000_000_123_456_789L);
  }

  @Test
  void storesDurationsAsSeconds() throws IOException {
    Reading reading = reading("Duration", DurationProto.getDescriptor());
    assertThat(reading.type("f")).isEqualTo(Types.DecimalType.of(21, 9));
    assertThat(stored(reading, duration(1, 500_000_000))).isEqualTo(new BigDecimal("1.500000000"));
    assertThat(stored(reading, duration(-315_576_000_000L, -999_999_999)))
        .isEqualTo(new BigDecimal("-315576000000.999999999"));
    assertRefused(reading, duration(1, -1), "of one sign");
    assertRefused(reading, duration(315_576_000_001L, 0), "up to 10000 years");
  }

  @Test
  void storesWrappersAsWhatTheyWrap() throws IOException {
    FileDescriptor file = WrappersProto.getDescriptor();
    Reading ints = reading("Int32Value", file);
    assertThat(ints.type("f")).isEqualTo(Types.IntegerType.get());
    assertThat(stored(ints, Int32Value.of(-5))).isEqualTo(-5);
    assertThat(stored(ints, Int32Value.of(0))).isEqualTo(0);
    assertThat(ints.stored(new byte[0], "f")).isNull();
    assertThat(stored(reading("StringValue", file), StringValue.of("x"))).isEqualTo("x");
    assertThat(stored(reading("UInt64Value", file), UInt64Value.of(-1)))
        .isEqualTo(new BigDecimal("18446744073709551615"));
  }

  @Test
  void storesFieldMasksAsText() throws IOException {
    FieldMask mask = FieldMask.newBuilder().addPaths("a.b").addPaths("c").build();
    assertThat(stored(reading("FieldMask", FieldMaskProto.getDescriptor()), mask))
        .isEqualTo("a.b,c");
  }

  @Test
  void storesAnyAsItsUrlAndBytes() throws IOException {
    Any any = Any.pack(Int32Value.of(5));
    Record stored = (Record) stored(reading("Any", AnyProto.getDescriptor()), any);
    assertThat(stored.getField("type_url")).isEqualTo(any.getTypeUrl());
    assertThat(stored.getField("value")).isEqualTo(ByteBuffer.wrap(any.getValue().toByteArray()));
  }

  @Test
  void hasNoColumnForWhatIsAlwaysEmpty() throws IOException {
    Reading reading = reading("Empty", EmptyProto.getDescriptor());
    assertThat(reading.table().columns()).isEmpty();
    assertThat(reading.row(wrapped(Empty.getDefaultInstance())).size()).isZero();
  }

  @Test
  void storesStructsAsJson() throws IOException {
    Reading reading = reading("Struct", StructProto.getDescriptor());
    assertThat(stored(reading, struct())).isEqualTo("{\"a\":[1.5,null,{}],\"b\":\"x\",\"c\":true}");
    assertThat(stored(reading("Value", StructProto.getDescriptor()), number(2))).isEqualTo("2.0");
    Value nothing = Value.newBuilder().setNullValue(NullValue.NULL_VALUE).build();
    assertThat(stored(reading("Value", StructProto.getDescriptor()), nothing)).isEqualTo("null");
    ListValue list = ListValue.newBuilder().addValues(number(1)).build();
    assertThat(stored(reading("ListValue", StructProto.getDescriptor()), list)).isEqualTo("[1.0]");
  }

  @Test
  void storesStructsAsVariantsWhereTheOptionSays() throws IOException {
    Reading reading =
        reading(
            "Struct",
            MappingOptions.DEFAULTS.with(SemiStructured.VARIANT),
            StructProto.getDescriptor());
    assertThat(reading.type("f")).isEqualTo(Types.VariantType.get());
    Variant stored = (Variant) stored(reading, struct());
    assertThat(stored.value().asObject().get("b").asPrimitive().get()).isEqualTo("x");
  }

  @Test
  void readsGoogleAndConfluentTypesThatNobodyRegistered() throws IOException {
    Reading reading =
        Reading.of(
            """
            syntax = "proto3";
            import "google/type/date.proto";
            import "google/type/decimal.proto";
            import "google/type/timeofday.proto";
            import "confluent/meta.proto";
            import "confluent/type/decimal.proto";
            message Record {
              google.type.Date date = 1;
              google.type.Decimal text = 2;
              google.type.TimeOfDay time = 3;
              confluent.type.Decimal free = 4;
              confluent.type.Decimal fixed = 5 [(confluent.field_meta) = {
                params: [{key: "precision", value: "9"}, {key: "scale", value: "2"}]
              }];
            }
            """);
    assertThat(reading.type("date")).isEqualTo(Types.DateType.get());
    assertThat(reading.type("text")).isEqualTo(Types.StringType.get());
    assertThat(reading.type("time").isStructType()).isTrue();
    assertThat(reading.type("free")).isEqualTo(Types.StringType.get());
    assertThat(reading.type("fixed")).isEqualTo(Types.DecimalType.of(9, 2));
    byte[] message = {
      0x0a,
      7,
      0x08,
      (byte) 0xea,
      0x0f,
      0x10,
      11,
      0x18,
      21, // 2026-11-21
      0x22,
      5,
      0x0a,
      1,
      (byte) 0x85,
      0x18,
      1, // -123 of scale 1
      0x2a,
      6,
      0x0a,
      2,
      0x04,
      (byte) 0xd2,
      0x18,
      2 // 1234 of scale 2
    };
    Record stored = reading.stored(message);
    assertThat(stored.getField("date")).hasToString("2026-11-21");
    assertThat(stored.getField("free")).isEqualTo("-12.3");
    assertThat(stored.getField("fixed")).isEqualTo(new BigDecimal("12.34"));
    assertThatThrownBy(() -> reading.row(new byte[] {0x0a, 3, 0x08, (byte) 0xea, 0x0f}))
        .isInstanceOf(ValueMismatchException.class)
        .hasMessage("date: expected a whole date, got year 2026, month 0, day 0");
  }

  private static Struct struct() {
    Value empty = Value.newBuilder().setStructValue(Struct.getDefaultInstance()).build();
    Value nothing = Value.newBuilder().setNullValue(NullValue.NULL_VALUE).build();
    ListValue.Builder list =
        ListValue.newBuilder().addValues(number(1.5)).addValues(nothing).addValues(empty);
    return Struct.newBuilder()
        .putFields("a", Value.newBuilder().setListValue(list).build())
        .putFields("b", Value.newBuilder().setStringValue("x").build())
        .putFields("c", Value.newBuilder().setBoolValue(true).build())
        .build();
  }

  private static Value number(double number) {
    return Value.newBuilder().setNumberValue(number).build();
  }

  private static Timestamp timestamp(long seconds, int nanos) {
    return Timestamp.newBuilder().setSeconds(seconds).setNanos(nanos).build();
  }

  private static Duration duration(long seconds, int nanos) {
    return Duration.newBuilder().setSeconds(seconds).setNanos(nanos).build();
  }

  private static Reading reading(String type, FileDescriptor file) {
    return reading(type, MappingOptions.DEFAULTS, file);
  }

  private static Reading reading(String type, MappingOptions options, FileDescriptor file) {
    return Reading.of(
        ProtoFile.proto3()
            .named("f", 1, FieldDescriptorProto.Type.TYPE_MESSAGE, ".google.protobuf." + type)
            .descriptor(file),
        options);
  }

  private static Object stored(Reading reading, Message value) throws IOException {
    return reading.stored(wrapped(value), "f");
  }

  /** A record whose first field is the message. */
  private static byte[] wrapped(Message value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(0x0a);
    ByteString content = value.toByteString();
    bytes.write(content.size());
    bytes.writeBytes(content.toByteArray());
    return bytes.toByteArray();
  }

  private static void assertRefused(Reading reading, Message value, String message) {
    assertThatThrownBy(() -> reading.row(wrapped(value)))
        .isInstanceOf(ValueMismatchException.class)
        .hasMessageStartingWith("f: expected ")
        .hasMessageContaining(message);
  }
}
