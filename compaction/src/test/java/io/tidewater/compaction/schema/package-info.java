/* SPDX-License-Identifier: Apache-2.0 */
/** The other side of a table's schema: a registry in memory, and what a sink does to the table. */
@NullMarked
package io.tidewater.compaction.schema;

import org.jspecify.annotations.NullMarked;
