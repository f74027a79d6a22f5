/* SPDX-License-Identifier: Apache-2.0 */
/**
 * How several processes share the tables of one catalog, with nothing but that catalog: each writes
 * a counter that it keeps moving into properties there, reads those of the others, and all come to
 * the same opinion of who looks after which table. Whether another is alive is judged by whether
 * its counter moved within one's own time; no two clocks are compared.
 *
 * <p>Leases save work. Nothing depends on them for correctness: two processes that maintain the
 * same table meet at the compare-and-swap of its branch, where one of them comes first.
 */
@NullMarked
package io.tidewater.compaction.lease;

import org.jspecify.annotations.NullMarked;
