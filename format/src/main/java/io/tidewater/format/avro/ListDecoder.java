/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.avro;

import io.tidewater.format.value.ValueMismatchException;
import io.tidewater.format.value.ValueVisitor;

/** Reads a list. */
final class ListDecoder extends Blocks {
  private final Decoder element;
  private final ValueVisitor receiver;

  ListDecoder(int elementBytes, Decoder element, ValueVisitor receiver) {
    super(elementBytes);
    this.element = element;
    this.receiver = receiver;
  }

  @Override
  void start(int size) {
    receiver.startList(size);
  }

  @Override
  void element(AvroInput input, int index) {
    try {
      element.read(input);
    } catch (ValueMismatchException e) {
      throw e.inElement(index);
    }
  }

  @Override
  void end() {
    receiver.endList();
  }
}
