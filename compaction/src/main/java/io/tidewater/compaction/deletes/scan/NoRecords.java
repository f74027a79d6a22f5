/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.deletes.scan;

import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;

/** Parquet asks where records go, also of those who only want columns. */
final class NoRecords extends GroupConverter {
  @Override
  public Converter getConverter(int fieldIndex) {
    return new PrimitiveConverter() {};
  }

  @Override
  public void start() {}

  @Override
  public void end() {}
}
