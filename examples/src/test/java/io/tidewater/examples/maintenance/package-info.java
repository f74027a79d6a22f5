/* SPDX-License-Identifier: Apache-2.0 */
/** The compaction service as a process, beside writers, other engines and a catalog that fails. */
@NullMarked
package io.tidewater.examples.maintenance;

import org.jspecify.annotations.NullMarked;
