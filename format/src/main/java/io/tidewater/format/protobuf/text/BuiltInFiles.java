/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf.text;

import com.squareup.wire.schema.internal.parser.ProtoParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The files that schemas import without anybody registering them. */
final class BuiltInFiles {
  private static final Map<String, ProtoText> PARSED = new ConcurrentHashMap<>();

  private BuiltInFiles() {}

  /** The file of a name; null if it is not one of these. */
  static @Nullable ProtoText find(String name) {
    ProtoText parsed = PARSED.get(name);
    if (parsed == null && isKnown(name)) {
      try (InputStream stream = open(name)) {
        if (stream != null) {
          String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
          parsed = ProtoText.parse(name, text);
          PARSED.put(name, parsed);
        }
      } catch (IOException e) {
        throw new UncheckedIOException("the library's own file " + name + " cannot be read", e);
      }
    }
    return parsed;
  }

  /** The parser brings some of them itself. */
  private static @Nullable InputStream open(String name) {
    InputStream own = BuiltInFiles.class.getResourceAsStream("imports/" + name);
    return own == null ? ProtoParser.class.getResourceAsStream("/" + name) : own;
  }

  private static boolean isKnown(String name) {
    return !name.contains("..")
        && (name.startsWith("google/protobuf/")
            || name.startsWith("google/type/")
            || name.startsWith("confluent/"));
  }
}
