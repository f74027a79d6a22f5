/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.source;

import io.tidewater.format.ledger.OffsetRange;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The position in one partition, kept in step with a consumer that seeks late: Connect carries out
 * a seek only at its next poll, so a batch that was fetched before still arrives afterwards.
 *
 * <p>A seek that is asked for while a batch is being put takes effect before the next batch. One
 * that is asked for at any other time may be followed by one stale batch; what does not fit in it
 * is dropped and the seek asked for again.
 */
public final class PartitionCursor {
  private static final long UNKNOWN = -1;

  private long position = UNKNOWN;
  private @Nullable OffsetRange gap;
  private Phase phase = Phase.FOLLOWING;
  private boolean dropped;

  private enum Phase {
    FOLLOWING,
    /** A stale batch may still come. */
    SEEK_ASKED,
    /** The next batch begins at the target. */
    SEEK_SETTLED
  }

  /** How a record stands to the position. */
  public enum Step {
    /** It is the next one. */
    NEXT,
    /** It was fetched before a seek, and will come again if it is needed. */
    STALE,
    /** Its offset is lower than what was read before: the log is not what it was. */
    BACKWARDS
  }

  /** Goes on at another position. The caller asks Connect for the seek. */
  public void seek(long target) {
    position = target;
    phase = Phase.SEEK_ASKED;
    dropped = false;
  }

  /** Says how a record stands; one that is the next is to be passed once it is dealt with. */
  public Step look(long offset) {
    if (position == UNKNOWN) {
      position = offset;
    }
    if (phase == Phase.SEEK_ASKED && offset != position) {
      dropped = true;
      return Step.STALE;
    }
    if (offset < position) {
      return Step.BACKWARDS;
    }
    phase = Phase.FOLLOWING;
    if (offset > position) {
      gap = new OffsetRange(position, offset);
      position = offset;
    }
    return Step.NEXT;
  }

  /** Goes behind the record that was looked at, unless dealing with it made somebody seek. */
  public void pass(long offset) {
    if (phase == Phase.FOLLOWING && position == offset) {
      position = offset + 1;
    }
  }

  /** Leaves a record for later: nobody can take it now. */
  public void leave(long offset) {
    if (position == UNKNOWN) {
      position = offset;
    }
    phase = Phase.SEEK_ASKED;
    dropped = true;
  }

  /**
   * Notes that offsets up to a position were consumed, though no record of them came here: their
   * records were filtered before, or were deleted before they could be read.
   *
   * @return those offsets
   */
  public Optional<OffsetRange> consumedUpTo(long end) {
    if (phase != Phase.FOLLOWING || position == UNKNOWN || end <= position) {
      return Optional.empty();
    }
    OffsetRange unseen = new OffsetRange(position, end);
    position = end;
    return Optional.of(unseen);
  }

  /**
   * Ends a batch.
   *
   * @return where to ask for the seek again, if a stale batch was dropped
   */
  public OptionalLong endBatch() {
    phase =
        switch (phase) {
          case SEEK_ASKED -> Phase.SEEK_SETTLED;
          // The seek was carried out, though no record of its batch has come here.
          case SEEK_SETTLED, FOLLOWING -> Phase.FOLLOWING;
        };
    if (!dropped) {
      return OptionalLong.empty();
    }
    dropped = false;
    return OptionalLong.of(position);
  }

  /** The offset after the last one consumed; empty until the first record or seek. */
  public OptionalLong position() {
    return position == UNKNOWN ? OptionalLong.empty() : OptionalLong.of(position);
  }

  /**
   * Where offsets were missing before the record that was looked at last: compacted away,
   * transaction markers, or deleted before they could be read. Told once.
   */
  public Optional<OffsetRange> takeGap() {
    Optional<OffsetRange> found = Optional.ofNullable(gap);
    gap = null;
    return found;
  }
}
