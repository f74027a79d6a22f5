/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The nodes of a compiled plan that all formats share whose records are Java objects.
 *
 * <p>A plan is a tree of {@link io.tidewater.format.plan.ValueReader}s, made once for a writer's
 * schema and a table, each bound to the visitor that it tells. A format adds the nodes for its own
 * structs and scalars. While it runs, a plan decides nothing about types any more, and builds a
 * path only for a value that does not fit.
 */
@NullMarked
package io.tidewater.format.plan;

import org.jspecify.annotations.NullMarked;
