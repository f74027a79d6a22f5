/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.schema.follow;

import io.tidewater.format.schema.SemiStructured;

/** The type of columns for values whose shape no schema tells. */
public enum SemiStructuredColumns {
  /** Variant where the table's format version has it, else text: as the sink chooses by itself. */
  BY_FORMAT_VERSION,
  /** JSON as text. */
  STRING,
  /** Variant, of format version 3. */
  VARIANT;

  private static final int VARIANT_SINCE = 3;

  SemiStructured in(int formatVersion) {
    return switch (this) {
      case STRING -> SemiStructured.STRING;
      case VARIANT -> SemiStructured.VARIANT;
      case BY_FORMAT_VERSION ->
          formatVersion >= VARIANT_SINCE ? SemiStructured.VARIANT : SemiStructured.STRING;
    };
  }
}
