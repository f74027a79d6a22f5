/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.payload;

import java.nio.ByteBuffer;

/** A way in which records are laid out as bytes. Not for use by several threads at once. */
public interface PayloadFormat {
  /**
   * The schema that a payload was written with. The same schema is the same object, as long as the
   * format lives.
   *
   * @param payload moved past what frames the value
   * @throws io.tidewater.format.value.ValueMismatchException if the bytes are not framed as the
   *     format wants it
   * @throws io.tidewater.format.registry.UnknownSchemaException if the registry answers that there
   *     is no such schema, or none that records of this format can have
   * @throws io.tidewater.format.registry.RegistryUnavailableException if the registry does not
   *     answer; may be tried again
   */
  WriterSchema writerOf(ByteBuffer payload);
}
