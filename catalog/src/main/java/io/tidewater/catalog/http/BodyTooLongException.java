/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.http;

/** More was sent than is taken. */
final class BodyTooLongException extends RuntimeException {
  BodyTooLongException(int longest) {
    super("The body is longer than " + longest + " bytes");
  }
}
