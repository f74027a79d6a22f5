/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.parquet;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.jspecify.annotations.Nullable;

/**
 * The dictionary of a chunk that is read.
 *
 * @param shared the id of each of its values in the new chunk's dictionary, if they are in there
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ChunkDictionary(PrimitiveTypeName type, Dictionary values, int @Nullable [] shared) {
  boolean sharesIds() {
    return shared != null && SharedDictionary.isIdentity(shared);
  }

  int size() {
    return values.getMaxId() + 1;
  }

  /** Takes a value into account. */
  void include(int id, Statistics<?> bounds) {
    switch (type) {
      case INT32 -> bounds.updateStats(values.decodeToInt(id));
      case INT64 -> bounds.updateStats(values.decodeToLong(id));
      case FLOAT -> bounds.updateStats(values.decodeToFloat(id));
      case DOUBLE -> bounds.updateStats(values.decodeToDouble(id));
      case BINARY, FIXED_LEN_BYTE_ARRAY -> bounds.updateStats(values.decodeToBinary(id));
      case BOOLEAN, INT96 -> throw new IllegalArgumentException("no dictionary of " + type);
    }
  }

  /** A value as it is stored without a dictionary. */
  byte[] plain(int id) {
    return switch (type) {
      case INT32 -> littleEndian(Integer.BYTES).putInt(values.decodeToInt(id)).array();
      case INT64 -> littleEndian(Long.BYTES).putLong(values.decodeToLong(id)).array();
      case FLOAT -> littleEndian(Float.BYTES).putFloat(values.decodeToFloat(id)).array();
      case DOUBLE -> littleEndian(Double.BYTES).putDouble(values.decodeToDouble(id)).array();
      case BINARY -> {
        Binary value = values.decodeToBinary(id);
        yield littleEndian(Integer.BYTES + value.length())
            .putInt(value.length())
            .put(value.toByteBuffer())
            .array();
      }
      case FIXED_LEN_BYTE_ARRAY -> values.decodeToBinary(id).getBytes();
      case BOOLEAN, INT96 -> throw new IllegalArgumentException("no dictionary of " + type);
    };
  }

  private static ByteBuffer littleEndian(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
