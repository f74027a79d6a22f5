/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.registry.http;

import io.tidewater.format.registry.http.BoundedBody.TooLargeException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** Sends one request and takes its whole answer, within a deadline and a size. Thread-safe. */
final class Exchange {
  private static final int LARGEST_BODY = 32 << 20;

  private final HttpClient client;
  private final Duration timeout;

  Exchange(HttpClient client, Duration timeout) {
    this.client = client;
    this.timeout = timeout;
  }

  /**
   * Sends a request once.
   *
   * @return the answer, whatever its status
   * @throws NoAnswerException if there is none
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  Answer send(HttpRequest request) throws NoAnswerException, InterruptedException {
    CompletableFuture<HttpResponse<byte[]>> response =
        client.sendAsync(request, head -> new BoundedBody(LARGEST_BODY));
    try {
      HttpResponse<byte[]> answer = response.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      return new Answer(answer);
    } catch (TimeoutException e) {
      throw NoAnswerException.passing(
          "no answer within "
              + timeout.toMillis()
              + " ms; check the server, or raise "
              + RegistryKey.REQUEST_TIMEOUT.key(),
          null);
    } catch (ExecutionException e) {
      throw failure(e.getCause() == null ? e : e.getCause());
    } finally {
      response.cancel(true);
    }
  }

  private static NoAnswerException failure(Throwable cause) {
    if (cause instanceof TooLargeException) {
      return NoAnswerException.lasting(
          cause.getMessage() + ", which no schema is; check that the url is a registry's", cause);
    }
    if (cause instanceof SSLException) {
      return NoAnswerException.lasting(
          "no TLS connection ("
              + cause.getMessage()
              + "); check the ssl.* options against the server's certificate",
          cause);
    }
    if (cause instanceof HttpConnectTimeoutException) {
      return NoAnswerException.passing(
          "no connection in time; check host, port and firewalls", cause);
    }
    if (cause instanceof ConnectException) {
      return NoAnswerException.passing(
          "no connection" + reason(cause) + "; check host and port, and that the server runs",
          cause);
    }
    return NoAnswerException.passing("a broken connection" + reason(cause), cause);
  }

  /** The client's exceptions have their reason sometimes only further down. */
  private static String reason(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof java.nio.channels.UnresolvedAddressException) {
        return " (the host's name is unknown)";
      }
      if (at.getMessage() != null) {
        return " (" + at.getMessage() + ")";
      }
    }
    return " (" + failure.getClass().getSimpleName() + ")";
  }
}
