/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.registry;

/** A registry gives no answer, or none that can be understood: it may later. */
public final class RegistryUnavailableException extends RuntimeException {
  /**
   * @param message which registry, what was asked, what came; no secrets
   */
  public RegistryUnavailableException(String message) {
    super(message);
  }

  public RegistryUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
