/* SPDX-License-Identifier: Apache-2.0 */
/** What the command line prints, as text for people. */
@NullMarked
package io.tidewater.compaction.report;

import org.jspecify.annotations.NullMarked;
