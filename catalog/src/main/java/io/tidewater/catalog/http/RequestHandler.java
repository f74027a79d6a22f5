/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.iceberg.exceptions.BadRequestException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;

/** Takes requests from Jetty to the router and answers back. Blocks its thread meanwhile. */
final class RequestHandler extends Handler.Abstract {
  private final Router router;
  private final int longestBody;

  /**
   * @param longestBody the longest body taken, in bytes
   */
  RequestHandler(Router router, int longestBody) {
    this.router = router;
    this.longestBody = longestBody;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    send(answer(request), request, response, callback);
    return true;
  }

  private RestResponse answer(Request request) {
    try {
      Router.Match match = router.find(request.getMethod(), request.getHttpURI().getPath());
      return match
          .route()
          .action()
          .run(
              new RestRequest(
                  match.variables(),
                  query(request),
                  request.getHeaders()::getValuesList,
                  body(request)));
    } catch (Exception e) {
      return ErrorMapping.respond(e);
    }
  }

  static void send(RestResponse answer, Request request, Response response, Callback callback) {
    response.setStatus(answer.status());
    answer.headers().forEach(response.getHeaders()::put);
    boolean bodiless = answer.body().length == 0 || request.getMethod().equals("HEAD");
    if (bodiless) {
      response.write(true, null, callback);
      return;
    }
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, answer.body().length);
    response.write(true, ByteBuffer.wrap(answer.body()), callback);
  }

  private static Map<String, String> query(Request request) {
    Map<String, String> query = new LinkedHashMap<>();
    try {
      for (Fields.Field field : Request.extractQueryParameters(request)) {
        query.put(field.getName(), field.getValue());
      }
    } catch (RuntimeException e) {
      throw new BadRequestException(e, "Malformed query: %s", request.getHttpURI().getQuery());
    }
    return query;
  }

  private byte[] body(Request request) {
    try (InputStream stream = Request.asInputStream(request)) {
      byte[] body = stream.readNBytes(longestBody);
      if (stream.read() >= 0) {
        throw new BodyTooLongException(longestBody);
      }
      return body;
    } catch (IOException e) {
      throw new BadRequestException(e, "The request's body broke off");
    }
  }
}
