/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.deletes.convert;

import io.tidewater.compaction.deletes.live.EqualityDelete;
import io.tidewater.compaction.deletes.scan.KeyCursor;

/** Where the keys of equality deletes are read. */
@FunctionalInterface
interface KeySource {
  KeyCursor open(EqualityDelete delete);
}
