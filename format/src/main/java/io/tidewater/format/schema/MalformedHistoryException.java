/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import org.jspecify.annotations.Nullable;

/** The table property that holds the history of fields cannot be read. */
public final class MalformedHistoryException extends RuntimeException {
  private static final int SHOWN = 200;

  MalformedHistoryException(String problem, String text) {
    this(problem, text, null);
  }

  MalformedHistoryException(String problem, String text, @Nullable Throwable cause) {
    super(
        "the table property "
            + FieldHistory.PROPERTY
            + " is damaged: "
            + problem
            + "; put back its last good value from an older metadata file, or remove it: then"
            + " renamed fields become new columns; it is: "
            + (text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…"),
        cause);
  }
}
