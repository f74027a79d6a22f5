/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.registry.http;

import java.util.Objects;

/**
 * A text that must not be seen: it shows itself only when asked by name.
 *
 * @param reveal the text
 */
public record Secret(String reveal) {
  public Secret {
    Objects.requireNonNull(reveal, "reveal");
  }

  @Override
  public String toString() {
    return "[hidden]";
  }
}
