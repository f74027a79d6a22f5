/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.parquet;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.jspecify.annotations.Nullable;

/** One dictionary for what had several; looks values up, not rows. */
final class SharedDictionary {
  /** As Parquet's own writers mark dictionaries, and pages that use them, of the first version. */
  @SuppressWarnings("deprecation")
  static final Encoding IDS = Encoding.PLAIN_DICTIONARY;

  private final PrimitiveTypeName type;
  private final int limitBytes;
  private final Map<Object, Integer> ids = new HashMap<>();
  private final ByteArrayOutputStream stored = new ByteArrayOutputStream();

  SharedDictionary(PrimitiveTypeName type, int limitBytes) {
    this.type = type;
    this.limitBytes = limitBytes;
  }

  /**
   * Takes in the values of a dictionary.
   *
   * @return the id here of each id there, or null if there is no room for them
   */
  int @Nullable [] merge(Dictionary other) {
    int size = other.getMaxId() + 1;
    int[] moved = new int[size];
    List<Object> added = new ArrayList<>();
    long bytes = stored.size();
    for (int id = 0; id < size; id++) {
      Object value = value(other, id);
      Integer known = ids.get(value);
      if (known == null) {
        bytes += storedBytes(value);
        known = ids.size() + added.size();
        added.add(value);
      }
      moved[id] = known;
    }
    if (bytes > limitBytes && !ids.isEmpty()) {
      return null;
    }
    added.forEach(this::store);
    return moved;
  }

  static boolean isIdentity(int[] moved) {
    for (int i = 0; i < moved.length; i++) {
      if (moved[i] != i) {
        return false;
      }
    }
    return true;
  }

  int size() {
    return ids.size();
  }

  /** Its values as a dictionary page has them. */
  byte[] bytes() {
    return stored.toByteArray();
  }

  private Object value(Dictionary dictionary, int id) {
    return switch (type) {
      case INT32 -> dictionary.decodeToInt(id);
      case INT64 -> dictionary.decodeToLong(id);
      case FLOAT -> Float.floatToRawIntBits(dictionary.decodeToFloat(id));
      case DOUBLE -> Double.doubleToRawLongBits(dictionary.decodeToDouble(id));
      case BINARY, FIXED_LEN_BYTE_ARRAY -> dictionary.decodeToBinary(id);
      case BOOLEAN, INT96 -> throw new IllegalArgumentException("no dictionary of " + type);
    };
  }

  private int storedBytes(Object value) {
    if (value instanceof Binary binary) {
      return binary.length() + (type == PrimitiveTypeName.BINARY ? Integer.BYTES : 0);
    }
    return value instanceof Long ? Long.BYTES : Integer.BYTES;
  }

  private void store(Object value) {
    ids.put(value, ids.size());
    ByteBuffer bytes = ByteBuffer.allocate(storedBytes(value)).order(ByteOrder.LITTLE_ENDIAN);
    if (value instanceof Binary binary) {
      if (type == PrimitiveTypeName.BINARY) {
        bytes.putInt(binary.length());
      }
      bytes.put(binary.toByteBuffer());
    } else if (value instanceof Long number) {
      bytes.putLong(number);
    } else {
      bytes.putInt((Integer) value);
    }
    stored.writeBytes(bytes.array());
  }
}
