/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The service's window: a small HTTP server on loopback that shows its metrics, its health and what
 * it knows, and the client by which the command line looks through it. It only shows; nothing can
 * be changed through it.
 */
@NullMarked
package io.tidewater.compaction.console;

import org.jspecify.annotations.NullMarked;
