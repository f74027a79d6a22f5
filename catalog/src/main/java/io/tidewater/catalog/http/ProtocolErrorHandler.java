/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.http;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Gives the errors that Jetty finds by itself, such as a malformed request, the protocol's shape.
 */
final class ProtocolErrorHandler extends ErrorHandler {
  private static final String TYPE = "HttpError";

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    RequestHandler.send(
        error(response.getStatus(), (String) request.getAttribute(ERROR_MESSAGE)),
        request,
        response,
        callback);
    return true;
  }

  private static RestResponse error(int status, @Nullable String reason) {
    return ErrorMapping.respond(status, TYPE, reason == null ? "HTTP status " + status : reason);
  }
}
