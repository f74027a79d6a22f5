/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf.plan;

import io.tidewater.format.protobuf.wire.Decoding;
import io.tidewater.format.protobuf.wire.IndexedField;
import io.tidewater.format.protobuf.wire.IndexedField.Occurs;
import io.tidewater.format.protobuf.wire.MessageIndex;
import io.tidewater.format.protobuf.wire.WireType;
import io.tidewater.format.value.ValueVisitor;
import java.util.List;

/**
 * Google's messages that are JSON by their nature, read as the JSON that they stand for.
 *
 * @param value of {@code google.protobuf.Value}
 * @param object of {@code google.protobuf.Struct}
 * @param array of {@code google.protobuf.ListValue}
 */
public record JsonMessages(ValueDecoder value, ValueDecoder object, ValueDecoder array) {
  private static final int NULL = 0;
  private static final int NUMBER = 1;
  private static final int STRING = 2;
  private static final int BOOL = 3;
  private static final int OBJECT = 4;
  private static final int ARRAY = 5;

  private static final MessageIndex VALUE =
      new MessageIndex(
          List.of(
              new IndexedField(1, WireType.VARINT, Occurs.LAST, 0),
              new IndexedField(2, WireType.FIXED64, Occurs.LAST, 0),
              new IndexedField(3, WireType.LENGTH, Occurs.LAST, 0),
              new IndexedField(4, WireType.VARINT, Occurs.LAST, 0),
              new IndexedField(5, WireType.LENGTH, Occurs.EACH, 0),
              new IndexedField(6, WireType.LENGTH, Occurs.EACH, 0)));
  private static final MessageIndex MEMBERS =
      new MessageIndex(List.of(new IndexedField(1, WireType.LENGTH, Occurs.EACH)));
  private static final MessageIndex MEMBER =
      new MessageIndex(
          List.of(
              new IndexedField(1, WireType.LENGTH, Occurs.LAST),
              new IndexedField(2, WireType.LENGTH, Occurs.EACH)));

  /** Decoders that tell a visitor. */
  public static JsonMessages into(ValueVisitor receiver) {
    RecursiveDecoder value = new RecursiveDecoder();
    MapField members =
        new MapField(
            MEMBER,
            new PlainKey(PlainValue.STRING),
            new ScalarDecoder(PlainValue.STRING, receiver),
            value,
            receiver);
    ValueDecoder object = new MessageDecoder(MEMBERS, members);
    ValueDecoder array = new MessageDecoder(MEMBERS, new ListField(value, receiver));
    value.becomes(new MessageDecoder(VALUE, new Kinds(object, array, receiver)));
    return new JsonMessages(value, object, array);
  }

  /** Tells whichever kind a value is of; one of no kind is null. */
  private record Kinds(ValueDecoder object, ValueDecoder array, ValueVisitor receiver)
      implements SlotDecoder {
    @Override
    public void read(Decoding in, int slot) {
      int kind = NULL;
      while (kind < ARRAY && in.first(slot + kind) == Decoding.NONE) {
        kind++;
      }
      int first = in.first(slot + kind);
      if (first == Decoding.NONE) {
        receiver.nullValue();
        return;
      }
      switch (kind) {
        case NUMBER -> scalar(in, first, PlainValue.DOUBLE);
        case STRING -> scalar(in, first, PlainValue.STRING);
        case BOOL -> scalar(in, first, PlainValue.BOOL);
        case OBJECT -> object.read(in, first);
        case ARRAY -> array.read(in, first);
        default -> receiver.nullValue();
      }
    }

    private void scalar(Decoding in, int first, PlainValue value) {
      in.start(first);
      value.read(in.reader(), receiver);
    }
  }
}
