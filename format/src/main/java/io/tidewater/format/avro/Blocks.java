/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.avro;

/** Reads the blocks of a list or map, each with the number of its elements, and maybe its size. */
abstract class Blocks implements Decoder {
  private final int elementBytes;

  /**
   * @param elementBytes how few bytes an element may take
   */
  Blocks(int elementBytes) {
    this.elementBytes = elementBytes;
  }

  @Override
  public final void read(AvroInput input) {
    int count = input.readBlock(elementBytes);
    int end = input.blockEnd();
    start(count);
    int index = 0;
    while (count > 0) {
      for (int i = 0; i < count; i++) {
        element(input, index++);
      }
      if (end != AvroInput.UNKNOWN && end != input.position()) {
        throw input.malformed("the end of a block", "one that ends at byte " + end);
      }
      count = input.readBlock(elementBytes);
      end = input.blockEnd();
    }
    end();
  }

  /**
   * Starts the value.
   *
   * @param size the number of elements in the first block, mostly the only one
   */
  abstract void start(int size);

  abstract void element(AvroInput input, int index);

  abstract void end();
}
