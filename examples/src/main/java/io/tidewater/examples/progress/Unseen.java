/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.progress;

/** Progress that nobody watches. */
record Unseen() implements Progress {
  @Override
  public void reached(long done) {}

  @Override
  public void close() {}
}
