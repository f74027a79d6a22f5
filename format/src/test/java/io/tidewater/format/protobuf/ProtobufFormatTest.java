/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tidewater.format.payload.WriterSchema;
import io.tidewater.format.registry.SchemaKind;
import io.tidewater.format.registry.UnknownSchemaException;
import io.tidewater.format.schema.MappingOptions;
import io.tidewater.format.schema.Requiredness;
import io.tidewater.format.schema.TableSchema;
import io.tidewater.format.value.ValueMismatchException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.data.GenericRecord;
import org.junit.jupiter.api.Test;

final class ProtobufFormatTest {
  private static final String ORDER =
      """
      syntax = "proto3";
      package shop;
      message Order {
        int64 id = 1;
        string note = 2;
        message Line {
          message Part { int32 p = 1; }
          int32 sku = 1;
        }
        enum Colour { RED = 0; }
        message Other { bool b = 1; }
      }
      message Refund { string why = 1; }
      """;

  private final MemoryRegistry registry = new MemoryRegistry();
  private final ProtobufFormat format = new ProtobufFormat(registry, "", MappingOptions.DEFAULTS);

  @Test
  void readsTheFirstMessageOfItsFile() {
    int id = registry.add(ORDER, Map.of());
    ByteBuffer payload = Frames.first(id, new byte[] {0x08, 0x07, 0x12, 0x01, 'x'});

    WriterSchema writer = format.writerOf(payload);
    GenericRecord row =
        new RowReading(writer, TableSchema.of(writer.incoming().type(), Requiredness.ALL_OPTIONAL))
            .row(payload);

    assertThat(writer.incoming().recordName()).isEqualTo("shop.Order");
    assertThat(writer.incoming().schemaId()).hasValue(id);
    assertThat(writer.isRecord()).isTrue();
    assertThat(row.getField("id")).isEqualTo(7L);
    assertThat(row.getField("note")).isEqualTo("x");
  }

  @Test
  void findsOtherMessagesByTheirPath() {
    int id = registry.add(ORDER, Map.of());
    assertThat(name(id, 0x02, 0x02)).isEqualTo("shop.Refund");
    assertThat(name(id, 0x04, 0x00, 0x02)).isEqualTo("shop.Order.Other");
    assertThat(name(id, 0x06, 0x00, 0x00, 0x00)).isEqualTo("shop.Order.Line.Part");
    assertThat(name(id, 0x02, 0x00)).isEqualTo("shop.Order");
  }

  @Test
  void keepsOneWriterForEachMessage() {
    int id = registry.add(ORDER, Map.of());
    WriterSchema writer = format.writerOf(Frames.first(id, new byte[0]));
    assertThat(format.writerOf(Frames.framed(id, new byte[] {2, 0}, new byte[0]))).isSameAs(writer);
    assertThat(format.writerOf(Frames.framed(id, new byte[] {2, 2}, new byte[0])))
        .isNotSameAs(writer);
  }

  @Test
  void refusesWhatIsFramedOtherwise() {
    int id = registry.add(ORDER, Map.of());
    assertRefused(ByteBuffer.wrap(new byte[0]), "a zero byte and a schema id");
    assertRefused(ByteBuffer.wrap(new byte[] {1, 0, 0, 0, 1, 0}), "a zero byte and a schema id");
    assertRefused(ByteBuffer.wrap(new byte[] {0, 0, 0, 0, 1}), "a varint at byte 5");
    assertRefused(Frames.framed(id, new byte[] {2, 4}, new byte[0]), "the path [2]");
    assertRefused(Frames.framed(id, new byte[] {2, 1}, new byte[0]), "the path [-1]");
    assertRefused(Frames.framed(id, new byte[] {1}, new byte[0]), "the number -1");
    byte[] huge = {(byte) 0xfe, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x0f};
    assertRefused(Frames.framed(id, huge, new byte[0]), "the number 2147483647");
  }

  @Test
  void refusesSchemasThatAreNoProtobuf() {
    int avro = registry.add(SchemaKind.AVRO, "\"int\"", Map.of());
    int broken = registry.add("message {", Map.of());
    int dangling = registry.add("syntax = \"proto3\"; message A { other.B b = 1; }", Map.of());
    for (int id : new int[] {avro, broken, dangling, 99}) {
      assertThatThrownBy(() -> format.writerOf(Frames.first(id, new byte[0])))
          .isInstanceOf(UnknownSchemaException.class)
          .hasMessageContaining("schema " + id);
    }
  }

  @Test
  void readsASchemaThatIsOfNoUseOnce() {
    for (SchemaKind kind : List.of(SchemaKind.AVRO, SchemaKind.PROTOBUF)) {
      int id = registry.add(kind, "message {", Map.of());
      int asked = registry.asked();
      Throwable first = catchThrowable(() -> format.writerOf(Frames.first(id, new byte[0])));
      assertThat(catchThrowable(() -> format.writerOf(Frames.first(id, new byte[0]))))
          .isInstanceOf(UnknownSchemaException.class)
          .isSameAs(first);
      assertThat(registry.asked()).isEqualTo(asked + 1);
    }
  }

  private String name(int id, int... path) {
    byte[] bytes = new byte[path.length];
    for (int i = 0; i < path.length; i++) {
      bytes[i] = (byte) path[i];
    }
    return format.writerOf(Frames.framed(id, bytes, new byte[0])).incoming().recordName();
  }

  private void assertRefused(ByteBuffer payload, String message) {
    assertThatThrownBy(() -> format.writerOf(payload))
        .isInstanceOf(ValueMismatchException.class)
        .hasMessageContaining(message);
  }
}
