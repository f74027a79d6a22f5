/* SPDX-License-Identifier: Apache-2.0 */
/** Query engines on the tables that the sink writes, through Tidewater's catalog. */
@NullMarked
package io.tidewater.examples.engines;

import org.jspecify.annotations.NullMarked;
