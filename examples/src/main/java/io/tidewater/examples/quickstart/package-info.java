/* SPDX-License-Identifier: Apache-2.0 */
/**
 * {@code bin/tidewater quickstart}: the whole of Tidewater, once, on real servers.
 *
 * <p>{@link io.tidewater.examples.quickstart.Quickstart} tells the story. {@link
 * io.tidewater.examples.quickstart.Stack} starts a broker, the catalog and a Connect worker, each a
 * process of its own, and creates the connector from the files in {@code examples/quickstart}, the
 * same that a user copies. {@link io.tidewater.examples.quickstart.OrderTraffic} sends orders while
 * {@link io.tidewater.examples.quickstart.QueryableRows} watches the table grow. Then the table is
 * queried and verified.
 *
 * <p>Nothing is left behind: {@link io.tidewater.examples.quickstart.Stage} stops the servers and
 * clears the folder when the story ends, fails, or is cut short by a signal; and should this
 * process be killed, its servers notice and halt.
 */
@NullMarked
package io.tidewater.examples.quickstart;

import org.jspecify.annotations.NullMarked;
