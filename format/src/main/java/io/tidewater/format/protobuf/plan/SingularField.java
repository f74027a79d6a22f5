/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf.plan;

import io.tidewater.format.protobuf.wire.Decoding;
import io.tidewater.format.value.ValueMismatchException;
import io.tidewater.format.value.ValueVisitor;

/** Reads a field that has at most one value. */
public record SingularField(ValueDecoder value, Absence absence) implements SlotDecoder {
  @Override
  public void read(Decoding in, int slot) {
    int first = in.first(slot);
    if (first == Decoding.NONE) {
      absence.tell(in);
    } else {
      value.read(in, first);
    }
  }

  /** What is told of a field that is not in the message. */
  public interface Absence {
    /** Hands on one value, or refuses the message. */
    void tell(Decoding in);

    /** Null: the field knows absence from every value. */
    static Absence ofNull(ValueVisitor receiver) {
      return in -> receiver.nullValue();
    }

    /** Zero, empty or false: the field does not know them from absence. */
    static Absence ofZero(ValueDecoder value) {
      return in -> value.read(in, Decoding.NONE);
    }

    /** Not allowed: by the table or by the schema. */
    static Absence refused(String reason) {
      return in -> {
        throw new ValueMismatchException("a value, since " + reason, "a message without it");
      };
    }
  }
}
