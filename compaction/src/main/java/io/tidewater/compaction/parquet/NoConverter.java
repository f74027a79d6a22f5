/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.parquet;

import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.Type;

/** What Parquet's column readers ask for, where nobody puts records together. */
final class NoConverter extends GroupConverter {
  private final GroupType type;

  NoConverter(GroupType type) {
    this.type = type;
  }

  @Override
  public Converter getConverter(int field) {
    Type child = type.getType(field);
    return child.isPrimitive() ? new Primitive() : new NoConverter(child.asGroupType());
  }

  @Override
  public void start() {}

  @Override
  public void end() {}

  private static final class Primitive extends PrimitiveConverter {}
}
