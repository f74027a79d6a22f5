/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schemaless;

import io.tidewater.format.plan.ValueReader;
import io.tidewater.format.value.ValueMismatchException;
import io.tidewater.format.value.ValueVisitor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a map with string keys into a struct. */
final class StructReader implements ValueReader {
  private static final int NONE = -1;

  private final FieldNames names;
  private final FieldReader[] fields;
  private final UnknownFieldFilter unknown;
  private final ValueVisitor receiver;

  /** Which fields the value at hand has had; a struct type cannot be inside itself. */
  private final boolean[] seen;

  StructReader(
      FieldNames names,
      List<FieldReader> fields,
      UnknownFieldFilter unknown,
      ValueVisitor receiver) {
    this.names = names;
    this.fields = fields.toArray(FieldReader[]::new);
    this.unknown = unknown;
    this.receiver = receiver;
    this.seen = new boolean[fields.size()];
  }

  @Override
  public void read(Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      throw ValueMismatchException.ofClass("a map", value);
    }
    Arrays.fill(seen, false);
    receiver.startStruct();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (!(entry.getKey() instanceof String name)) {
        throw new ValueMismatchException("a map with strings as keys", "another key");
      }
      readField(name, entry.getValue());
    }
    end();
  }

  /** Reads one value as if it came in a map under that name. */
  void readSingle(String name, Object value) {
    Arrays.fill(seen, false);
    receiver.startStruct();
    readField(name, value);
    end();
  }

  private void readField(String name, @Nullable Object value) {
    int position = positionFor(names.positions(name), value);
    if (position == NONE) {
      unknown.found(name, value);
      return;
    }
    seen[position] = true;
    receiver.field(position, fields[position].column().name());
    try {
      fields[position].value().read(value);
    } catch (ValueMismatchException e) {
      throw e.inField(name);
    }
  }

  /** The first column for a field that takes the value; where none does, the field's own. */
  private int positionFor(int[] positions, @Nullable Object value) {
    if (positions.length > 1) {
      for (int position : positions) {
        if (!seen[position] && SchemalessFit.takes(fields[position].column().type(), value)) {
          return position;
        }
      }
    }
    // A column that another field of this value has is not this one's: it gets its own.
    return positions.length == 0 || seen[positions[0]] ? NONE : positions[0];
  }

  private void end() {
    for (int i = 0; i < fields.length; i++) {
      if (!seen[i] && fields[i].needed()) {
        throw new ValueMismatchException("a value, since the column is required", "no such field")
            .inField(fields[i].column().name());
      }
    }
    receiver.endStruct();
  }
}
