/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.progress;

/** How far one task has come. Safe for several threads; closing it twice does nothing more. */
public interface Progress extends AutoCloseable {
  /** So many units are done by now, of the total that the task began with. */
  void reached(long done);

  @Override
  void close();
}
