/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.conversion;

import io.tidewater.format.value.ValueVisitor;
import java.util.UUID;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Type.TypeID;

/** Takes UUIDs, and their text of 36 characters. */
final class UuidColumn extends ScalarColumn {
  private static final int TEXT_LENGTH = 36;

  UuidColumn(ValueVisitor next) {
    super("a uuid", next);
  }

  @Override
  Fit fit(Type from) {
    return from.typeId() == TypeID.STRING ? Fit.BY_VALUE : Fit.NEVER;
  }

  @Override
  public void uuidValue(UUID value) {
    next.uuidValue(value);
  }

  @Override
  public void stringValue(String value) {
    next.uuidValue(parse(value));
  }

  private UUID parse(String text) {
    try {
      UUID parsed = UUID.fromString(text);
      // The parser also takes groups of other lengths and pads them.
      if (text.length() == TEXT_LENGTH && parsed.toString().equalsIgnoreCase(text)) {
        return parsed;
      }
    } catch (IllegalArgumentException e) {
      // Refused below, with the text.
    }
    throw refuse("the text", text);
  }
}
