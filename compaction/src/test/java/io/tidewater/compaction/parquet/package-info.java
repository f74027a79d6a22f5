/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package io.tidewater.compaction.parquet;

import org.jspecify.annotations.NullMarked;
