/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What becomes of a record that cannot become a row. Connect's {@code errors.*} options decide:
 * {@link io.tidewater.connector.reject.Rejections} hands it to the worker's reporter, which writes
 * it to the dead letter topic or the log, or refuses it, which stops the table.
 */
@NullMarked
package io.tidewater.connector.reject;

import org.jspecify.annotations.NullMarked;
