/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.registry.http;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The paths of the API. */
final class Paths {
  private Paths() {}

  /** What all paths begin with. */
  static URI root(URI url, String context) {
    String root = WebAddress.shown(url);
    String plain = root.endsWith("/") ? root.substring(0, root.length() - 1) : root;
    return URI.create(context.isEmpty() ? plain : plain + "/contexts/" + encoded(context));
  }

  static String schema(int id, String subject) {
    String bySubject = subject.isEmpty() ? "" : "&subject=" + encoded(subject);
    return "/schemas/ids/" + id + "?fetchMaxId=false" + bySubject;
  }

  static String versions(String subject) {
    return "/subjects/" + encoded(subject) + "/versions";
  }

  static String version(String subject, String version) {
    return versions(subject) + "/" + version;
  }

  /** A version that another schema refers to, and still does if it was deleted. */
  static String referred(String subject, int version) {
    return version(subject, Integer.toString(version)) + "?deleted=true";
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("%3A", ":");
  }
}
