/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.rewrite;

import io.tidewater.compaction.task.MemoryBudget;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What a rewriter has where it works. Thread-safe.
 *
 * @param memory the heap that it shares with others
 * @param spillFolder an existing local folder for what does not fit; left as it was found
 * @param ids for the names of new files
 */
public record Workplace(MemoryBudget memory, Path spillFolder, Supplier<UUID> ids) {}
