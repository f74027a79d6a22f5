/* SPDX-License-Identifier: Apache-2.0 */
/** Tests of the rewriting of manifests. */
@NullMarked
package io.tidewater.compaction.manifests;

import org.jspecify.annotations.NullMarked;
