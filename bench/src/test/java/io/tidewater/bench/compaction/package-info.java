/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package io.tidewater.bench.compaction;

import org.jspecify.annotations.NullMarked;
