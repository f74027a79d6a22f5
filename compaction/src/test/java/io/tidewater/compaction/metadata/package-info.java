/* SPDX-License-Identifier: Apache-2.0 */
/** Tests of the hygiene of metadata files. */
@NullMarked
package io.tidewater.compaction.metadata;

import org.jspecify.annotations.NullMarked;
