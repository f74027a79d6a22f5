/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.connect;

import io.tidewater.format.column.KeyType;
import io.tidewater.format.column.RecordHeader;
import io.tidewater.format.schema.MappingOptions;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.connect.header.Header;
import org.apache.kafka.connect.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The headers of Connect records as their column holds them: bytes as they are, everything else as
 * the UTF-8 of its text, which for a struct, map or list is JSON.
 */
public final class ConnectHeaders {
  private ConnectHeaders() {}

  /**
   * The headers in their order.
   *
   * @throws io.tidewater.format.value.ValueMismatchException if a value is no data
   */
  public static List<RecordHeader> list(Headers headers) {
    if (headers.isEmpty()) {
      return List.of();
    }
    List<RecordHeader> list = new ArrayList<>(headers.size());
    for (Header header : headers) {
      list.add(new RecordHeader(header.key(), bytes(header)));
    }
    return list;
  }

  private static @Nullable ByteBuffer bytes(Header header) {
    Object value = header.value();
    if (value instanceof String text) {
      return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
    if (value instanceof byte[] bytes) {
      return ByteBuffer.wrap(bytes);
    }
    ConnectKeyConverter converter =
        ConnectKeyConverter.compile(header.schema(), KeyType.BYTES, MappingOptions.DEFAULTS);
    return (ByteBuffer) converter.convert(value);
  }
}
