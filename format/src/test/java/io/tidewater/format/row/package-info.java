/* SPDX-License-Identifier: Apache-2.0 */
/** Tests of rows, and real Parquet files for the tests of all formats. */
@NullMarked
package io.tidewater.format.row;

import org.jspecify.annotations.NullMarked;
