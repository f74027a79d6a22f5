/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf.text;

import com.squareup.wire.schema.Location;
import com.squareup.wire.schema.internal.parser.ProtoFileElement;
import com.squareup.wire.schema.internal.parser.ProtoParser;
import io.tidewater.format.registry.UnknownSchemaException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One parsed file.
 *
 * @param presence what a field without a label means in it, where that is not said otherwise
 */
record ProtoText(ProtoFileElement file, UnlabelledFields presence) {
  /** The parser knows no editions, but their grammar is that of proto3 with options. */
  private static final Pattern EDITION =
      Pattern.compile("(?m)^(\\s*)edition(\\s*=\\s*)([\"'])\\d+\\3");

  /**
   * Parses a file.
   *
   * @throws UnknownSchemaException if it is no Protobuf
   */
  static ProtoText parse(String name, String text) {
    Matcher edition = EDITION.matcher(text);
    boolean hasEdition = edition.find();
    String readable = hasEdition ? edition.replaceFirst("$1syntax$2\"proto3\"") : text;
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
