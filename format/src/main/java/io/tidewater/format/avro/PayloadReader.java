/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.avro;

import io.tidewater.format.plan.ValueReader;
import io.tidewater.format.value.ValueMismatchException;
import java.nio.ByteBuffer;

/** Reads payloads that were written with one schema, to their last byte. */
final class PayloadReader implements ValueReader {
  private final Decoder value;
  private final int schemaId;
  private final AvroInput input = new AvroInput();

  PayloadReader(Decoder value, int schemaId) {
    this.value = value;
    this.schemaId = schemaId;
  }

  @Override
  public void read(Object payload) {
    if (!(payload instanceof ByteBuffer bytes)) {
      throw ValueMismatchException.ofClass("bytes", payload);
    }
    input.begin(bytes);
    value.read(input);
    if (input.remaining() > 0) {
      throw input.malformed(
          "the end of the record",
          input.remaining()
              + " bytes left over: the writer's schema is not the one of id "
              + schemaId);
    }
  }
}
