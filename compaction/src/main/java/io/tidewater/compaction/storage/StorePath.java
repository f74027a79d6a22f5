/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.storage;

import java.util.Locale;

/**
 * A location, taken apart so that two spellings of one place compare. Nothing is decoded: to object
 * stores and to Hadoop a percent sign in a location is a percent sign.
 *
 * @param scheme in lower case, such as {@code s3a}; empty if the location has none
 * @param authority a bucket, or a name node; empty if the location has none
 * @param path the rest, beginning with one slash and without doubled ones
 */
public record StorePath(String scheme, String authority, String path) {
  public static StorePath of(String location) {
    int colon = schemeEnd(location);
    String scheme = colon < 0 ? "" : location.substring(0, colon).toLowerCase(Locale.ROOT);
    String rest = location.substring(colon + 1);
    if (!rest.startsWith("//")) {
      return new StorePath(scheme, "", collapse("/" + rest));
    }
    int slash = rest.indexOf('/', 2);
    return slash < 0
        ? new StorePath(scheme, rest.substring(2), "/")
        : new StorePath(scheme, rest.substring(2, slash), collapse(rest.substring(slash)));
  }

  /** The same place with a slash at its end, as a folder. */
  public StorePath folder() {
    return path.endsWith("/") ? this : new StorePath(scheme, authority, path + "/");
  }

  private static int schemeEnd(String location) {
    int colon = location.indexOf(':');
    int slash = location.indexOf('/');
    return colon > 0 && (slash < 0 || colon < slash) ? colon : -1;
  }

  private static String collapse(String path) {
    if (!path.contains("//")) {
      return path;
    }
    StringBuilder collapsed = new StringBuilder(path.length());
    for (int i = 0; i < path.length(); i++) {
      if (path.charAt(i) != '/' || i == 0 || path.charAt(i - 1) != '/') {
        collapsed.append(path.charAt(i));
      }
    }
    return collapsed.toString();
  }
}
