/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.http;

import io.tidewater.catalog.store.StoreUnavailableException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.exceptions.BadRequestException;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.NamespaceNotEmptyException;
import org.apache.iceberg.exceptions.NoSuchIcebergTableException;
import org.apache.iceberg.exceptions.NoSuchNamespaceException;
import org.apache.iceberg.exceptions.NoSuchTableException;
import org.apache.iceberg.exceptions.NoSuchViewException;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.exceptions.UnprocessableEntityException;
import org.apache.iceberg.exceptions.ValidationException;
import org.apache.iceberg.rest.responses.ErrorResponse;
import org.apache.iceberg.rest.responses.ErrorResponseParser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a failure is to a client. A status of 500 and above tells a client that its commit may have
 * happened, so whatever certainly did not happen has a lower one.
 */
final class ErrorMapping {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorMapping.class);
  private static final Map<Class<? extends Exception>, Integer> STATUSES = statuses();

  private ErrorMapping() {}

  static RestResponse respond(Exception failure) {
    int status = status(failure);
    if (status >= 500) {
      LOG.error("request failed status={}", status, failure);
    } else {
      LOG.debug("request refused status={}", status, failure);
    }
    return respond(
        status, failure.getClass().getSimpleName(), String.valueOf(failure.getMessage()));
  }

  static RestResponse respond(int status, String type, String message) {
    ErrorResponse error =
        ErrorResponse.builder().responseCode(status).withType(type).withMessage(message).build();
    return new RestResponse(
        status, Map.of(), ErrorResponseParser.toJson(error).getBytes(StandardCharsets.UTF_8));
  }

  private static int status(Exception failure) {
    if (failure instanceof NoSuchRouteException route) {
      return route.status();
    }
    return STATUSES.entrySet().stream()
        .filter(entry -> entry.getKey().isInstance(failure))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(500);
  }

  private static Map<Class<? extends Exception>, Integer> statuses() {
    Map<Class<? extends Exception>, Integer> statuses = new LinkedHashMap<>();
    statuses.put(BadRequestException.class, 400);
    statuses.put(IllegalArgumentException.class, 400);
    statuses.put(ValidationException.class, 400);
    statuses.put(NoSuchNamespaceException.class, 404);
    statuses.put(NoSuchTableException.class, 404);
    statuses.put(NoSuchViewException.class, 404);
    statuses.put(NoSuchIcebergTableException.class, 404);
    statuses.put(NotFoundException.class, 404);
    statuses.put(UnsupportedOperationException.class, 406);
    statuses.put(AlreadyExistsException.class, 409);
    statuses.put(CommitFailedException.class, 409);
    statuses.put(NamespaceNotEmptyException.class, 409);
    statuses.put(BodyTooLongException.class, 413);
    statuses.put(UnprocessableEntityException.class, 422);
    statuses.put(StoreUnavailableException.class, 503);
    return statuses;
  }
}
