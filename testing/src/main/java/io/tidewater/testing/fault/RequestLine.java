/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.fault;

import java.io.IOException;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The method of a request and its target: the path with the query, as it was sent. */
public record RequestLine(String method, String target) {
  /** Matches requests by method and by a regular expression that is found in the target. */
  public static Predicate<RequestLine> matching(String method, String targetPattern) {
    Pattern pattern = Pattern.compile(targetPattern);
    return request -> request.method().equals(method) && pattern.matcher(request.target()).find();
  }

  static RequestLine parse(String line) throws IOException {
    String[] parts = line.split(" ");
    if (parts.length != 3) {
      throw new IOException("Not an HTTP request line: " + line);
    }
    return new RequestLine(parts[0], parts[1]);
  }
}
