/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.http;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.exceptions.BadRequestException;
import org.apache.iceberg.rest.RESTUtil;

/**
 * Names in paths. The levels of a namespace are separated before they are decoded, by the encoded
 * U+001F that is also what {@code /v1/config} advertises. Some clients write a space as a plus
 * sign: a plus sign that is part of a name comes encoded from all of them.
 */
final class PathDecoding {
  /** The separator as it is advertised to clients. */
  static final String SEPARATOR = "%1F";

  private static final String BARE_SEPARATOR = "\u001f";
  private static final Pattern SEPARATORS = Pattern.compile("%1[Ff]|" + BARE_SEPARATOR);

  private PathDecoding() {}

  static String segment(String encoded) {
    try {
      return RESTUtil.decodeString(encoded);
    } catch (IllegalArgumentException e) {
      throw new BadRequestException(e, "Malformed name in path: %s", encoded);
    }
  }

  static Namespace namespace(String encoded) {
    return Namespace.of(
        Arrays.stream(SEPARATORS.split(encoded, -1))
            .map(PathDecoding::segment)
            .toArray(String[]::new));
  }

  /**
   * A namespace in a query parameter, which is decoded as a whole; the empty one if it is blank.
   */
  static Namespace parameter(String decoded) {
    return decoded.isEmpty() ? Namespace.empty() : Namespace.of(decoded.split(BARE_SEPARATOR, -1));
  }
}
