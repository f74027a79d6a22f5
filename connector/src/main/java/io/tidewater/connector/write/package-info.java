/* SPDX-License-Identifier: Apache-2.0 */
/**
 * From records to data files. {@link io.tidewater.connector.write.RecordRows} makes a row of a
 * record, its metadata columns included; {@link io.tidewater.connector.write.TableFiles} writes the
 * rows to one open file per partition of the table and yields the closed files.
 */
@NullMarked
package io.tidewater.connector.write;

import org.jspecify.annotations.NullMarked;
