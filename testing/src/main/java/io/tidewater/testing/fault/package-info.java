/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Faults of the network, on command. {@link io.tidewater.testing.fault.CuttingProxy} stands before
 * an HTTP server and loses requests or answers, delays them, or answers in the server's place, as
 * its {@link io.tidewater.testing.fault.FaultRule}s say.
 *
 * <p>A message is always read to its end before anything happens to it. So a cut answer is one that
 * the server has given completely, and a dropped request one of which the server has seen nothing:
 * the two cases that a client cannot tell apart, and that a test must.
 */
@NullMarked
package io.tidewater.testing.fault;

import org.jspecify.annotations.NullMarked;
