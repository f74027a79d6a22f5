/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf.text;

import com.squareup.wire.schema.Location;
import com.squareup.wire.schema.internal.parser.ProtoFileElement;
import com.squareup.wire.schema.internal.parser.ProtoParser;
import io.tidewater.format.registry.UnknownSchemaException;

/**
 * One parsed file.
 *
 * @param presence what a field without a label means in it, where that is not said otherwise
 */
record ProtoText(ProtoFileElement file, UnlabelledFields presence) {
  /**
   * Parses a file.
   *
   * @throws UnknownSchemaException if it is no Protobuf
   */
  static ProtoText parse(String name, String text) {
    boolean hasEdition = EditionText.isOne(text);
    String readable = hasEdition ? EditionText.readable(text) : text;
    try {
      ProtoFileElement file = ProtoParser.Companion.parse(Location.get(name), readable);
      return new ProtoText(file, UnlabelledFields.of(file, hasEdition));
    } catch (RuntimeException | StackOverflowError e) {
      // The parser does not say what it throws: a text that breaks it is one that cannot be read.
      throw new UnknownSchemaException("the text of " + name + " cannot be read as Protobuf: " + e);
    }
  }

  /** What stands before the names that are declared in it. */
  String scope() {
    String declared = file.getPackageName();
    return declared == null ? "" : declared;
  }
}
