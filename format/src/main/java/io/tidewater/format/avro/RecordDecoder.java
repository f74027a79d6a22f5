/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.avro;

import io.tidewater.format.value.ValueMismatchException;
import io.tidewater.format.value.ValueVisitor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a record, field by field. */
final class RecordDecoder implements Decoder {
  private final ValueVisitor receiver;
  private Step[] steps = {};

  RecordDecoder(ValueVisitor receiver) {
    this.receiver = receiver;
  }

  static RecordDecoder of(List<Step> fields, ValueVisitor receiver) {
    RecordDecoder decoder = new RecordDecoder(receiver);
    decoder.complete(fields);
    return decoder;
  }

  /** Says what to read, later than the constructor, since a type may contain itself. */
  void complete(List<Step> fields) {
    steps = fields.toArray(Step[]::new);
  }

  @Override
  public void read(AvroInput input) {
    receiver.startStruct();
    for (Step step : steps) {
      try {
        if (step.column != null) {
          receiver.field(step.position, step.column);
        }
        step.decoder.read(input);
      } catch (ValueMismatchException e) {
        throw e.inField(step.name);
      }
    }
    receiver.endStruct();
  }

  /**
   * One field.
   *
   * @param name its name in the record
   * @param column its name in the receiver's struct; null if it is passed over
   * @param position its position there
   */
  record Step(String name, @Nullable String column, int position, Decoder decoder) {
    static Step skipping(String name, Decoder skip) {
      return new Step(name, null, 0, skip);
    }
  }
}
