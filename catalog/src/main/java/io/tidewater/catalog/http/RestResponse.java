/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.http;

import java.util.Map;
import java.util.TreeMap;
import org.apache.iceberg.rest.RESTResponse;

/**
 * An answer.
 *
 * @param status the HTTP status
 * @param headers further headers
 * @param body JSON; empty for none
 */
@SuppressWarnings("ArrayRecordComponent") // Written once, compared by nobody.
record RestResponse(int status, Map<String, String> headers, byte[] body) {
  static final RestResponse NO_CONTENT = new RestResponse(204, Map.of(), new byte[0]);

  static RestResponse of(RESTResponse message) {
    return ok(Json.write(message));
  }

  static RestResponse ok(byte[] json) {
    return new RestResponse(200, Map.of(), json);
  }

  static RestResponse notModified(String etag) {
    return new RestResponse(304, Map.of("ETag", etag), new byte[0]);
  }

  RestResponse with(String header, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(header, value);
    return new RestResponse(status, more, body);
  }
}
