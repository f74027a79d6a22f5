/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package io.tidewater.compaction.schema.merge;

import org.jspecify.annotations.NullMarked;
