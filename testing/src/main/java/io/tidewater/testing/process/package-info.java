/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Servers as child processes that never outlive their parent.
 *
 * <p>A {@link io.tidewater.testing.process.JavaCommand} says what to run, {@link
 * io.tidewater.testing.process.ServerProcess} runs it: it waits for readiness while it watches the
 * child, and stops, kills, suspends and resumes it. Three things see to it that nothing is left
 * behind: {@code close()}, a shutdown hook, and, for the parent that is killed without warning, the
 * {@link io.tidewater.testing.process.Tether} inside each child, which halts the child as soon as
 * its standard input closes.
 */
@NullMarked
package io.tidewater.testing.process;

import org.jspecify.annotations.NullMarked;
