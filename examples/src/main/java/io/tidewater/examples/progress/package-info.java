/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Shows how far long work has come, on standard error: bars on a terminal, a plain line now and
 * then where the output goes to a file or a build log.
 */
@NullMarked
package io.tidewater.examples.progress;

import org.jspecify.annotations.NullMarked;
