/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import io.tidewater.format.protobuf.RandomTypes.Changes;
import java.util.List;
import java.util.Random;

/** Messages by chance, written by Google's library. */
final class RandomMessages {
  private static final List<String> TEXTS = List.of("", "x", "é", "🦭 on ice", "\u0000");

  private final Random random;

  private final Changes changes;

  RandomMessages(long seed) {
    this(seed, Changes.OF_ONE_COLUMN);
  }

  RandomMessages(long seed, Changes changes) {
    random = new Random(seed);
    this.changes = changes;
  }

  DynamicMessage message(Descriptor type) {
    DynamicMessage.Builder message = DynamicMessage.newBuilder(type);
    for (FieldDescriptor field : type.getFields()) {
      if (field.isRepeated()) {
        for (int elements = random.nextInt(4); elements > 0; elements--) {
          message.addRepeatedField(field, value(field));
        }
      } else if (random.nextInt(3) > 0) {
        message.setField(field, value(field));
      }
    }
    return message.build();
  }

  private Object value(FieldDescriptor field) {
    if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
      return message(field.getMessageType());
    }
    if (field.getType() == FieldDescriptor.Type.ENUM) {
      List<EnumValueDescriptor> constants = field.getEnumType().getValues();
      return constants.get(random.nextInt(constants.size()));
    }
    // A column that was made for numbers with a sign has no place for those beyond.
    boolean unsigned =
        field.getType() == FieldDescriptor.Type.UINT64
            || field.getType() == FieldDescriptor.Type.FIXED64;
    return switch (field.getJavaType()) {
      case INT -> random.nextBoolean() ? random.nextInt() : random.nextInt(3);
      case LONG ->
          unsigned && changes == Changes.OF_ONE_COLUMN
              ? random.nextLong() >>> 1
              : random.nextLong() >> random.nextInt(64);
      case FLOAT -> random.nextFloat();
      case DOUBLE -> random.nextDouble();
      case BOOLEAN -> random.nextBoolean();
      case BYTE_STRING ->
          changes == Changes.ALL && random.nextBoolean()
              ? ByteString.copyFrom(new byte[] {(byte) 0xff, (byte) random.nextInt()})
              : ByteString.copyFromUtf8(TEXTS.get(random.nextInt(TEXTS.size())));
      default -> TEXTS.get(random.nextInt(TEXTS.size()));
    };
  }
}
