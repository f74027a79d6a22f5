/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.parquet;

import java.util.List;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.jspecify.annotations.Nullable;

/** Which stored types can become which without looking at rows. */
final class PhysicalType {
  private PhysicalType() {}

  /**
   * Lets pass what is stored alike, and int to long and float to double.
   *
   * @throws NotColumnarException for any other pair
   */
  static void check(PrimitiveType target, PrimitiveType source, List<String> path) {
    boolean stored =
        target.getPrimitiveTypeName() == source.getPrimitiveTypeName()
            && target.getTypeLength() == source.getTypeLength()
            && sameMeaning(
                target.getLogicalTypeAnnotation(), source.getLogicalTypeAnnotation(), target);
    if (!stored && !widens(target, source)) {
      throw new NotColumnarException(
          "column "
              + String.join(".", path)
              + " is stored as "
              + describe(source)
              + " in a file, and would be as "
              + describe(target)
              + " now");
    }
  }

  private static boolean widens(PrimitiveType target, PrimitiveType source) {
    PrimitiveTypeName from = source.getPrimitiveTypeName();
    PrimitiveTypeName to = target.getPrimitiveTypeName();
    return (from == PrimitiveTypeName.INT32
            && to == PrimitiveTypeName.INT64
            && plainInteger(source.getLogicalTypeAnnotation(), 32)
            && plainInteger(target.getLogicalTypeAnnotation(), 64))
        || (from == PrimitiveTypeName.FLOAT && to == PrimitiveTypeName.DOUBLE);
  }

  private static boolean sameMeaning(
      @Nullable LogicalTypeAnnotation target,
      @Nullable LogicalTypeAnnotation source,
      PrimitiveType type) {
    if (target == null ? source == null : target.equals(source)) {
      return true;
    }
    if (target instanceof DecimalLogicalTypeAnnotation wide
        && source instanceof DecimalLogicalTypeAnnotation narrow) {
      return wide.getScale() == narrow.getScale() && wide.getPrecision() >= narrow.getPrecision();
    }
    int bits = type.getPrimitiveTypeName() == PrimitiveTypeName.INT32 ? 32 : 64;
    return plainInteger(target, bits) && plainInteger(source, bits);
  }

  private static boolean plainInteger(@Nullable LogicalTypeAnnotation annotation, int bits) {
    return annotation == null
        || (annotation instanceof IntLogicalTypeAnnotation integer
            && integer.isSigned()
            && integer.getBitWidth() == bits);
  }

  private static String describe(PrimitiveType type) {
    LogicalTypeAnnotation annotation = type.getLogicalTypeAnnotation();
    return type.getPrimitiveTypeName() + (annotation == null ? "" : " " + annotation);
  }
}
