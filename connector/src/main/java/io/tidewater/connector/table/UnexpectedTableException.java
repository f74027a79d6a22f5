/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.table;

/** A table is not what the configuration asks for. */
public final class UnexpectedTableException extends RuntimeException {
  UnexpectedTableException(String problem) {
    super(problem);
  }
}
