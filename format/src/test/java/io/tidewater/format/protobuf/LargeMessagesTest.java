/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.iceberg.data.Record;
import org.junit.jupiter.api.Test;

/** Records of megabytes, schemas of thousands of fields. */
final class LargeMessagesTest {
  private static final int TEN_MEGABYTES = 10 << 20;

  @Test
  void readsTenMegabytesInOneValue() throws IOException {
    Descriptor message =
        ProtoFile.proto3().scalar("f", 1, FieldDescriptorProto.Type.TYPE_BYTES).descriptor();
    byte[] content = new byte[TEN_MEGABYTES];
    content[TEN_MEGABYTES - 1] = 7;
    DynamicMessage sent =
        DynamicMessage.newBuilder(message)
            .setField(message.findFieldByName("f"), ByteString.copyFrom(content))
            .build();
    assertThat(Reading.of(message).stored(sent.toByteArray(), "f"))
        .isEqualTo(ByteBuffer.wrap(content));
  }

  @Test
  void readsTenMegabytesOfTheSmallestFields() {
    // Each element takes two bytes, and stands alone.
    Descriptor message =
        ProtoFile.proto2().repeated("f", 1, FieldDescriptorProto.Type.TYPE_BOOL).descriptor();
    byte[] bytes = new byte[TEN_MEGABYTES];
    for (int i = 0; i < bytes.length; i += 2) {
      bytes[i] = 8;
      bytes[i + 1] = 1;
    }
    List<?> list = (List<?>) Reading.of(message).row(bytes).getField("f");
    assertThat(list).hasSize(TEN_MEGABYTES / 2);
  }

  @Test
  void readsFiveThousandFields() throws IOException {
    ProtoFile file = ProtoFile.proto3();
    for (int i = 1; i <= 5_000; i++) {
      // Every other number is far beyond the rest.
      file.scalar("f" + i, i % 2 == 0 ? i : 100_000 * i + 1, FieldDescriptorProto.Type.TYPE_INT32);
    }
    Descriptor message = file.descriptor();
    DynamicMessage.Builder sent = DynamicMessage.newBuilder(message);
    for (FieldDescriptor field : message.getFields()) {
      sent.setField(field, field.getIndex());
    }
    Record stored = Reading.of(message).stored(sent.build().toByteArray());
    for (FieldDescriptor field : message.getFields()) {
      assertThat(stored.getField(field.getName())).isEqualTo(field.getIndex());
    }
  }
}
