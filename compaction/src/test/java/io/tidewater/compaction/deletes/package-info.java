/* SPDX-License-Identifier: Apache-2.0 */
/** Fixtures for tests of deletes: foreign writers, and a model of what a table has to hold. */
@NullMarked
package io.tidewater.compaction.deletes;

import org.jspecify.annotations.NullMarked;
