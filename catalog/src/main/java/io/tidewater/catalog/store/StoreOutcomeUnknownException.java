/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.store;

/** The store failed while it committed: the change is there as a whole, or not at all. Look. */
public final class StoreOutcomeUnknownException extends RuntimeException {
  public StoreOutcomeUnknownException(String message, Throwable cause) {
    super(message, cause);
  }
}
