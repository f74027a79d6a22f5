/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.avro;

import io.tidewater.format.value.ValueMismatchException;
import io.tidewater.format.value.ValueVisitor;

/** Reads a map: keys and values in turn. */
final class MapDecoder extends Blocks {
  private final Decoder key;
  private final Decoder value;
  private final ValueVisitor receiver;

  MapDecoder(int entryBytes, Decoder key, Decoder value, ValueVisitor receiver) {
    super(entryBytes);
    this.key = key;
    this.value = value;
    this.receiver = receiver;
  }

  @Override
  void start(int size) {
    receiver.startMap(size);
  }

  @Override
  void element(AvroInput input, int index) {
    try {
      key.read(input);
      value.read(input);
    } catch (ValueMismatchException e) {
      throw e.inElement(index);
    }
  }

  @Override
  void end() {
    receiver.endMap();
  }
}
