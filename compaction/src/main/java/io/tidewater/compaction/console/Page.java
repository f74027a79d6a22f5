/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.console;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** What a request is answered with. */
record Page(int status, String type, ByteBuffer body) {
  private static final String JSON = "application/json";

  static Page json(int status, String text) {
    return new Page(status, JSON, StandardCharsets.UTF_8.encode(text));
  }
}
