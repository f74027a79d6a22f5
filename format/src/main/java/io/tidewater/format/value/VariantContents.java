/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.value;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.apache.iceberg.variants.Variant;
import org.apache.iceberg.variants.VariantArray;
import org.apache.iceberg.variants.VariantObject;
import org.apache.iceberg.variants.VariantPrimitive;
import org.apache.iceberg.variants.VariantValue;

/** Hands what is in a variant to a visitor: objects as structs, arrays as lists. */
public final class VariantContents {
  private static final int DEEPEST = 1000;

  private VariantContents() {}

  /**
   * Hands a variant on as the events of its value. Positions of fields mean nothing here.
   *
   * @throws ValueMismatchException if it is nested too deep, or the visitor throws it
   */
  public static void emit(Variant variant, ValueVisitor receiver) {
    emit(variant.value(), receiver, 0);
  }

  private static void emit(VariantValue value, ValueVisitor receiver, int depth) {
    if (depth > DEEPEST) {
      throw new ValueMismatchException("at most " + DEEPEST + " levels", "deeper nesting");
    }
    switch (value.type()) {
      case OBJECT -> object(value.asObject(), receiver, depth);
      case ARRAY -> array(value.asArray(), receiver, depth);
      default -> scalar(value.asPrimitive(), receiver);
    }
  }

  private static void object(VariantObject object, ValueVisitor receiver, int depth) {
    receiver.startStruct();
    int position = 0;
    for (String name : object.fieldNames()) {
      receiver.field(position++, name);
      emit(object.get(name), receiver, depth + 1);
    }
    receiver.endStruct();
  }

  private static void array(VariantArray array, ValueVisitor receiver, int depth) {
    receiver.startList(array.numElements());
    for (int i = 0; i < array.numElements(); i++) {
      emit(array.get(i), receiver, depth + 1);
    }
    receiver.endList();
  }

  private static void scalar(VariantPrimitive<?> primitive, ValueVisitor receiver) {
    Object value = primitive.get();
    switch (primitive.type()) {
      case NULL -> receiver.nullValue();
      case BOOLEAN_TRUE -> receiver.booleanValue(true);
      case BOOLEAN_FALSE -> receiver.booleanValue(false);
      case INT8, INT16, INT32 -> receiver.intValue(((Number) value).intValue());
      case INT64 -> receiver.longValue((Long) value);
      case FLOAT -> receiver.floatValue((Float) value);
      case DOUBLE -> receiver.doubleValue((Double) value);
      case DECIMAL4, DECIMAL8, DECIMAL16 -> receiver.decimalValue((BigDecimal) value);
      case STRING -> receiver.stringValue((String) value);
      case BINARY -> receiver.binaryValue(((ByteBuffer) value).duplicate());
      case UUID -> receiver.uuidValue((UUID) value);
      case DATE -> receiver.dateValue((Integer) value);
      case TIME -> receiver.timeValue((Long) value);
      case TIMESTAMPNTZ -> receiver.timestampValue((Long) value);
      case TIMESTAMPTZ -> receiver.timestamptzValue((Long) value);
      case TIMESTAMPNTZ_NANOS -> receiver.timestampNanosValue((Long) value);
      case TIMESTAMPTZ_NANOS -> receiver.timestamptzNanosValue((Long) value);
      default -> throw new IllegalStateException("no scalar: " + primitive.type());
    }
  }
}
