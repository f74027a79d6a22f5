/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.fault;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One HTTP/1.1 message in memory; the body is kept as it was framed on the wire. */
final class HttpMessage {
  private final String startLine;
  private final List<Header> headers;
  private final byte[] body;

  HttpMessage(String startLine, List<Header> headers, byte[] body) {
    this.startLine = startLine;
    this.headers = List.copyOf(headers);
    this.body = body.clone();
  }

  record Header(String name, String value) {
    boolean is(String other) {
      return name.equalsIgnoreCase(other);
    }
  }

  String startLine() {
    return startLine;
  }

  /** The status code, if this is a response. */
  int status() throws IOException {
    try {
      return Integer.parseInt(startLine.split(" ", 3)[1]);
    } catch (IndexOutOfBoundsException | NumberFormatException e) {
      throw new IOException("Not an HTTP status line: " + startLine, e);
    }
  }

  Optional<String> header(String name) {
    return headers.stream().filter(header -> header.is(name)).map(Header::value).findFirst();
  }

  boolean closesConnection() {
    return header("Connection").filter(value -> value.equalsIgnoreCase("close")).isPresent()
        || startLine.contains("HTTP/1.0");
  }

  HttpMessage without(String... names) {
    List<Header> kept = new ArrayList<>(headers);
    for (String name : names) {
      kept.removeIf(header -> header.is(name));
    }
    return new HttpMessage(startLine, kept, body);
  }

  HttpMessage with(String name, String value) {
    List<Header> more = new ArrayList<>(without(name).headers);
    more.add(new Header(name, value));
    return new HttpMessage(startLine, more, body);
  }

  HttpMessage withBody(byte[] replaced) {
    return new HttpMessage(startLine, headers, replaced);
  }

  void writeTo(OutputStream out) throws IOException {
    StringBuilder head = new StringBuilder(startLine).append("\r\n");
    headers.forEach(
        header -> head.append(header.name()).append(": ").append(header.value()).append("\r\n"));
    head.append("\r\n");
    out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    out.write(body);
    out.flush();
  }
}
