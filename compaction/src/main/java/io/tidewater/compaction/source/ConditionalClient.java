/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.source;

import java.io.IOException;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.iceberg.rest.ParserContext;
import org.apache.iceberg.rest.RESTClient;
import org.apache.iceberg.rest.RESTRequest;
import org.apache.iceberg.rest.RESTResponse;
import org.apache.iceberg.rest.auth.AuthSession;
import org.apache.iceberg.rest.responses.ErrorResponse;
import org.apache.iceberg.rest.responses.LoadTableResponse;

/** Iceberg's REST client, with tables loaded on conditions. */
final class ConditionalClient implements RESTClient {
  private final RESTClient client;
  private final ConditionalLoads loads;

  ConditionalClient(RESTClient client, ConditionalLoads loads) {
    this.client = client;
    this.loads = loads;
  }

  @Override
  public RESTClient withAuthSession(AuthSession session) {
    return new ConditionalClient(client.withAuthSession(session), loads);
  }

  @Override
  @SuppressWarnings("NullAway") // the interface says nothing of null, and its clients return it
  public <T extends RESTResponse> T get(
      String path,
      Map<String, String> query,
      Class<T> type,
      Map<String, String> headers,
      Consumer<ErrorResponse> errors,
      Consumer<Map<String, String>> responseHeaders) {
    if (type != LoadTableResponse.class) {
      return client.get(path, query, type, headers, errors, responseHeaders);
    }
    return loads.checked(
        client.get(
            path, query, type, loads.headers(headers), errors, loads.listening(responseHeaders)));
  }

  @Override
  public <T extends RESTResponse> T get(
      String path,
      Map<String, String> query,
      Class<T> type,
      Map<String, String> headers,
      Consumer<ErrorResponse> errors) {
    return client.get(path, query, type, headers, errors);
  }

  @Override
  public <T extends RESTResponse> T get(
      String path,
      Map<String, String> query,
      Class<T> type,
      Map<String, String> headers,
      Consumer<ErrorResponse> errors,
      ParserContext context) {
    return client.get(path, query, type, headers, errors, context);
  }

  @Override
  public void head(String path, Map<String, String> headers, Consumer<ErrorResponse> errors) {
    client.head(path, headers, errors);
  }

  @Override
  public <T extends RESTResponse> T delete(
      String path, Class<T> type, Map<String, String> headers, Consumer<ErrorResponse> errors) {
    return client.delete(path, type, headers, errors);
  }

  @Override
  public <T extends RESTResponse> T delete(
      String path,
      Map<String, String> query,
      Class<T> type,
      Map<String, String> headers,
      Consumer<ErrorResponse> errors) {
    return client.delete(path, query, type, headers, errors);
  }

  @Override
  public <T extends RESTResponse> T post(
      String path,
      RESTRequest body,
      Class<T> type,
      Map<String, String> headers,
      Consumer<ErrorResponse> errors) {
    return client.post(path, body, type, headers, errors);
  }

  @Override
  public <T extends RESTResponse> T post(
      String path,
      RESTRequest body,
      Class<T> type,
      Map<String, String> headers,
      Consumer<ErrorResponse> errors,
      Consumer<Map<String, String>> responseHeaders) {
    return client.post(path, body, type, headers, errors, responseHeaders);
  }

  @Override
  public <T extends RESTResponse> T post(
      String path,
      RESTRequest body,
      Class<T> type,
      Map<String, String> headers,
      Consumer<ErrorResponse> errors,
      Consumer<Map<String, String>> responseHeaders,
      ParserContext context) {
    return client.post(path, body, type, headers, errors, responseHeaders, context);
  }

  @Override
  public <T extends RESTResponse> T postForm(
      String path,
      Map<String, String> form,
      Class<T> type,
      Map<String, String> headers,
      Consumer<ErrorResponse> errors) {
    return client.postForm(path, form, type, headers, errors);
  }

  @Override
  public void close() throws IOException {
    client.close();
  }
}
