/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.spark;

import io.tidewater.compaction.rewrite.FileGroup;
import io.tidewater.compaction.rewrite.Pulse;
import io.tidewater.compaction.rewrite.Rewriting;
import io.tidewater.compaction.rewrite.Workplace;
import io.tidewater.compaction.task.MemoryBudget;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.iceberg.Table;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites groups on an executor. Takes the bytes of the {@link Work}, of a {@link FileGroup} and
 * of a name that only this attempt has, and gives those of an {@link Answer}: nothing else is known
 * on both sides of the class loader. Thread-safe.
 */
public final class GroupRunner implements Function<byte[][], byte[]> {
  private final MemoryBudget memory = new MemoryBudget(Runtime.getRuntime().maxMemory() / 2);
  private final Path spillFolder;
  private @Nullable Shared last;

  /** Work as it came, and read. */
  private record Shared(byte[] bytes, Table table, List<Rewriting> ways) {}

  /**
   * @param spillFolder an existing local folder
   */
  public GroupRunner(Path spillFolder) {
    this.spillFolder = spillFolder;
  }

  @Override
  public byte[] apply(byte[][] request) {
    Shared shared = shared(request[0]);
    FileGroup group = Serialized.read(request[1], FileGroup.class);
    Workplace workplace = new Workplace(memory, spillFolder, ids(request[2]));
    return Serialized.bytes(rewrite(shared, group, workplace));
  }

  private static Answer rewrite(Shared shared, FileGroup group, Workplace workplace) {
    try {
      return new Answer.Rewritten(
          Rewriting.choose(shared.ways(), shared.table(), group, workplace)
              .rewrite(group, Pulse.NONE));
    } catch (RuntimeException | LinkageError e) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      return new Answer.Failed(trace.toString());
    }
  }

  /** Reads it once for all groups of a job on this executor. */
  private synchronized Shared shared(byte[] bytes) {
    Shared known = last;
    if (known == null || !Arrays.equals(known.bytes(), bytes)) {
      Work work = Serialized.read(bytes, Work.class);
      known = new Shared(bytes, work.table(), work.ways());
      last = known;
    }
    return known;
  }

  /** Ids that no other attempt has, so that two of them at once write no file twice. */
  private static Supplier<UUID> ids(byte[] attempt) {
    String name = new String(attempt, StandardCharsets.UTF_8);
    AtomicInteger given = new AtomicInteger();
    return () ->
        UUID.nameUUIDFromBytes(
            (name + "/" + given.incrementAndGet()).getBytes(StandardCharsets.UTF_8));
  }
}
