/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What is known of a table by partition, from metadata alone: how many files, how large, how many
 * deletes. It is kept up to date from manifest to manifest, and never holds lists of files.
 */
@NullMarked
package io.tidewater.compaction.observe;

import org.jspecify.annotations.NullMarked;
