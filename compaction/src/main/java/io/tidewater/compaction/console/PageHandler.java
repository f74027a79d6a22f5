/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.console;

import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers GET requests with pages. */
final class PageHandler extends Handler.Abstract {
  private final Pages pages;

  PageHandler(Pages pages) {
    this.pages = pages;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    boolean head = request.getMethod().equals("HEAD");
    if (!head && !request.getMethod().equals("GET")) {
      response.setStatus(405);
      response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
      response.write(true, null, callback);
      return true;
    }
    Page page =
        pages.page(
            request.getHttpURI().getDecodedPath(),
            Optional.ofNullable(request.getHeaders().get(HttpHeader.ACCEPT)).orElse(""));
    response.setStatus(page.status());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, page.type());
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, page.body().remaining());
    response.write(true, head ? null : page.body(), callback);
    return true;
  }
}
