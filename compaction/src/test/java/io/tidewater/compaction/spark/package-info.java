/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package io.tidewater.compaction.spark;

import org.jspecify.annotations.NullMarked;
