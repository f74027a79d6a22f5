/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Where the jars of the servers come from.
 *
 * <p>Each server has a small POM of its own under {@code testing/stack}, outside the reactor, so
 * that a build downloads a server only when something starts it. {@link
 * io.tidewater.testing.jars.ServerJars} asks Maven once for a {@link
 * io.tidewater.testing.jars.Stack}'s class path and remembers the answer beside the POM until the
 * POM changes.
 */
@NullMarked
package io.tidewater.testing.jars;

import org.jspecify.annotations.NullMarked;
