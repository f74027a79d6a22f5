/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package io.tidewater.compaction.schema.follow;

import org.jspecify.annotations.NullMarked;
