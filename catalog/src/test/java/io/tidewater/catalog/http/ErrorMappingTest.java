/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.catalog.store.StoreUnavailableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.exceptions.BadRequestException;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.CommitStateUnknownException;
import org.apache.iceberg.exceptions.NamespaceNotEmptyException;
import org.apache.iceberg.exceptions.NoSuchNamespaceException;
import org.apache.iceberg.exceptions.NoSuchTableException;
import org.apache.iceberg.exceptions.NoSuchViewException;
import org.apache.iceberg.exceptions.UnprocessableEntityException;
import org.apache.iceberg.exceptions.ValidationException;
import org.apache.iceberg.rest.responses.ErrorResponse;
import org.apache.iceberg.rest.responses.ErrorResponseParser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every failure has the protocol's shape, and 5xx only where nobody knows what happened. */
class ErrorMappingTest {
  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(new BadRequestException("tide"), 400),
        Arguments.of(new IllegalArgumentException("tide"), 400),
        Arguments.of(new ValidationException("tide"), 400),
        Arguments.of(new NoSuchNamespaceException("tide"), 404),
        Arguments.of(new NoSuchTableException("tide"), 404),
        Arguments.of(new NoSuchViewException("tide"), 404),
        Arguments.of(new UnsupportedOperationException("tide"), 406),
        Arguments.of(new AlreadyExistsException("tide"), 409),
        Arguments.of(new CommitFailedException("tide"), 409),
        Arguments.of(new NamespaceNotEmptyException("tide"), 409),
        Arguments.of(new UnprocessableEntityException("tide"), 422),
        Arguments.of(new StoreUnavailableException("tide", new IOException()), 503),
        Arguments.of(new CommitStateUnknownException("tide", new IOException()), 500),
        Arguments.of(new UncheckedIOException("tide", new IOException()), 500),
        Arguments.of(new IllegalStateException("tide"), 500));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void givesEveryFailureItsStatusAndTheShapeOfTheProtocol(Exception failure, int status) {
    RestResponse response = ErrorMapping.respond(failure);

    ErrorResponse error =
        ErrorResponseParser.fromJson(new String(response.body(), StandardCharsets.UTF_8));
    assertThat(response.status()).isEqualTo(status);
    assertThat(error.code()).isEqualTo(status);
    assertThat(error.type()).isEqualTo(failure.getClass().getSimpleName());
    assertThat(error.message()).startsWith("tide");
    assertThat(error.stack()).as("no insides are told").isNullOrEmpty();
  }
}
