/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.config.keys;

/**
 * What is wrong with one key of a configuration.
 *
 * @param key the key
 * @param message what is wrong and what to do; never the value of a secret
 */
public record Problem(String key, String message) {
  @Override
  public String toString() {
    return key + ": " + message;
  }
}
