/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.fault;

import io.tidewater.testing.fault.HttpMessage.Header;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the messages of one connection, each to its end (RFC 9112, section 6). */
final class MessageReader {
  private final InputStream in;

  MessageReader(InputStream in) {
    this.in = new BufferedInputStream(in);
  }

  /** Start line and headers of the next message; empty if the connection ends before it. */
  Optional<HttpMessage> head() throws IOException {
    Optional<String> startLine = line();
    if (startLine.isEmpty()) {
      return Optional.empty();
    }
    List<Header> headers = new ArrayList<>();
    for (String line = requiredLine(); !line.isEmpty(); line = requiredLine()) {
      int colon = line.indexOf(':');
      if (colon <= 0) {
        throw new IOException("Not an HTTP header: " + line);
      }
      headers.add(new Header(line.substring(0, colon), line.substring(colon + 1).strip()));
    }
    return Optional.of(new HttpMessage(startLine.get(), headers, new byte[0]));
  }

  /** Adds the body of a request. */
  HttpMessage requestBody(HttpMessage head) throws IOException {
    return isFramed(head) ? head.withBody(framedBody(head)) : head;
  }

  /** Adds the body of an answer to a request of this method. */
  HttpMessage answerBody(HttpMessage head, String method) throws IOException {
    int status = head.status();
    if (method.equals("HEAD") || status / 100 == 1 || status == 204 || status == 304) {
      return head;
    }
    if (isFramed(head)) {
      return head.withBody(framedBody(head));
    }
    byte[] rest = in.readAllBytes();
    return head.with("Content-Length", Integer.toString(rest.length)).withBody(rest);
  }

  private static boolean isFramed(HttpMessage head) {
    return isChunked(head) || head.header("Content-Length").isPresent();
  }

  private static boolean isChunked(HttpMessage head) {
    return head.header("Transfer-Encoding").filter("chunked"::equalsIgnoreCase).isPresent();
  }

  private byte[] framedBody(HttpMessage head) throws IOException {
    if (isChunked(head)) {
      return chunks();
    }
    return exactly(number(head.header("Content-Length").orElseThrow(), 10));
  }

  /** Chunks with their sizes and trailers, as they came. */
  private byte[] chunks() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    int size;
    do {
      String sizeLine = requiredLine();
      append(body, sizeLine);
      size = number(sizeLine.split(";", 2)[0].strip(), 16);
      if (size > 0) {
        body.writeBytes(exactly(size));
        append(body, requiredLine());
      }
    } while (size > 0);
    String trailer;
    do {
      trailer = requiredLine();
      append(body, trailer);
    } while (!trailer.isEmpty());
    return body.toByteArray();
  }

  private static void append(ByteArrayOutputStream body, String line) {
    body.writeBytes((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
  }

  private byte[] exactly(int count) throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw new EOFException("The connection ended inside a body");
    }
    return bytes;
  }

  private static int number(String text, int radix) throws IOException {
    try {
      int number = Integer.parseInt(text, radix);
      if (number >= 0) {
        return number;
      }
      throw new IOException("Not the length of a body: " + text);
    } catch (NumberFormatException e) {
      throw new IOException("Not the length of a body: " + text, e);
    }
  }

  private String requiredLine() throws IOException {
    return line().orElseThrow(() -> new EOFException("The connection ended inside a message"));
  }

  private Optional<String> line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        return Optional.empty();
      }
      line.write(next);
    }
    String text = line.toString(StandardCharsets.ISO_8859_1);
    return Optional.of(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
  }
}
