/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.query;

/** A query engine refused a statement, or did not answer it; the message holds its own words. */
public final class QueryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public QueryException(String message) {
    super(message);
  }

  public QueryException(String message, Throwable cause) {
    super(message, cause);
  }
}
