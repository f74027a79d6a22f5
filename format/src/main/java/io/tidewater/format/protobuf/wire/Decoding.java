/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf.wire;

import io.tidewater.format.protobuf.wire.IndexedField.Occurs;
import java.nio.ByteBuffer;

/**
 * The state of reading one payload after the other. Protobuf has its fields in any order and any
 * number of times, so a message is walked over first to see where its fields stand; then they are
 * read in the order that is wanted. A message may stand in several pieces, which count as one.
 *
 * <p>A message is {@link #open}ed, {@link #add}ed to from all its pieces, read from by the slots of
 * its {@link MessageIndex}, and {@link #close}d. Not for use by several threads at once.
 */
public final class Decoding {
  /** The deepest nesting, as in Google's own libraries. */
  public static final int DEEPEST = 100;

  /** No occurrence. */
  public static final int NONE = Occurrences.NONE;

  private static final int WHOLE = 0;

  private final WireReader reader = new WireReader();
  private final Occurrences occurrences = new Occurrences();
  private int depth;
  private int end;

  /** Starts with a payload, whatever became of the one before. */
  public void begin(ByteBuffer payload) {
    reader.begin(payload);
    end = reader.limit();
    occurrences.clear();
    depth = 0;
  }

  /** Lets go of the payload. */
  public void end() {
    reader.release();
    occurrences.clear();
  }

  /** Reads what an occurrence holds. */
  public WireReader reader() {
    return reader;
  }

  /**
   * Starts a message within the one that was opened last.
   *
   * @return the message's first slot; the others follow
   */
  public int open(MessageIndex index) {
    if (depth == DEEPEST) {
      throw reader.malformed(
          "at most " + DEEPEST + " levels of messages", reader.position(), "one more");
    }
    depth++;
    // The oneofs' slots come first: each remembers which of its fields was seen last.
    return occurrences.open(index.oneofCount() + index.slotCount()) + index.oneofCount();
  }

  /** How much is known before a message is opened; for {@link #close}. */
  public int mark() {
    return occurrences.entries();
  }

  /** Ends the message that was opened last. */
  public void close(MessageIndex index, int base, int mark) {
    occurrences.close(base - index.oneofCount(), mark);
    depth--;
  }

  /** Adds all that is left of the payload to a message. */
  public void addPayload(MessageIndex index, int base) {
    add(index, base, WHOLE);
  }

  /** Adds a piece of a message. */
  public void addPiece(MessageIndex index, int base, int occurrence) {
    int tag = start(occurrence);
    if (WireType.of(tag) == WireType.START_GROUP) {
      add(index, base, WireType.number(tag));
    } else {
      reader.limit(reader.span());
      add(index, base, WHOLE);
      reader.limit(end);
    }
  }

  /** The first occurrence in a slot; {@link #NONE} if it has none. */
  public int first(int slot) {
    return occurrences.first(slot);
  }

  /** The occurrence after one; {@link #NONE} after the last. */
  public int next(int occurrence) {
    return occurrences.next(occurrence);
  }

  /** Goes to where an occurrence's value starts; gives its tag. */
  public int start(int occurrence) {
    reader.seek(occurrences.place(occurrence));
    return reader.tag();
  }

  private void add(MessageIndex index, int base, int group) {
    while (true) {
      if (reader.atLimit()) {
        if (group == WHOLE) {
          return;
        }
        throw reader.ended("the end of group " + group, reader.position());
      }
      int place = reader.position();
      int tag = reader.tag();
      int number = WireType.number(tag);
      if (WireType.of(tag) == WireType.END_GROUP) {
        if (number == group) {
          return;
        }
        throw reader.malformed("a field", place, "the end of group " + number);
      }
      note(index, base, tag, place);
      Skipping.value(reader, tag, place);
    }
  }

  private void note(MessageIndex index, int base, int tag, int place) {
    int slot = index.slot(WireType.number(tag), WireType.of(tag));
    if (slot < 0) {
      return;
    }
    IndexedField field = index.field(slot);
    if (field.oneof() >= 0) {
      int chosen = base - 1 - field.oneof();
      int other = occurrences.first(chosen);
      if (other != NONE && other != slot) {
        occurrences.remove(base + other);
      }
      occurrences.mark(chosen, slot);
    }
    if (field.occurs() == Occurs.LAST) {
      occurrences.set(base + slot, place);
    } else {
      occurrences.add(base + slot, place);
    }
  }
}
