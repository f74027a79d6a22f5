/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.store;

/** The store could not do what was asked, and nothing of it took effect: it is safe to retry. */
public final class StoreUnavailableException extends RuntimeException {
  public StoreUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
