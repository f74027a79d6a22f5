/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.record;

import java.nio.ByteBuffer;
import org.apache.kafka.connect.errors.ConnectException;

/** Takes the bytes that a converter has left as they are. */
enum RecordBytes {
  VALUE("value.converter", "tidewater.value.format"),
  KEY("key.converter", "tidewater.key.format");

  private final String converter;
  private final String format;

  RecordBytes(String converter, String format) {
    this.converter = converter;
    this.format = format;
  }

  /**
   * What the converter gave, as bytes from position to limit.
   *
   * @throws ConnectException if it is something else, so that no record can be read
   */
  ByteBuffer of(Object content) {
    if (content instanceof byte[] bytes) {
      return ByteBuffer.wrap(bytes);
    }
    if (content instanceof ByteBuffer buffer) {
      return buffer.duplicate();
    }
    throw new ConnectException(
        ("%s reads bytes, but the records come as %s. Set"
                + " %s=org.apache.kafka.connect.converters.ByteArrayConverter on the connector, or"
                + " %s=connect to take what the converter gives")
            .formatted(format, content.getClass().getName(), converter, format));
  }
}
