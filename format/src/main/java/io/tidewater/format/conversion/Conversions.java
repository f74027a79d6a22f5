/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.conversion;

import io.tidewater.format.value.QuietVisitor;
import io.tidewater.format.value.ValueVisitor;
import java.util.EnumSet;
import java.util.Set;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Type.TypeID;
import org.apache.iceberg.types.Types.DecimalType;
import org.apache.iceberg.types.Types.FixedType;
import org.apache.iceberg.types.Types.TimestampNanoType;
import org.apache.iceberg.types.Types.TimestampType;

/** Which values go into which columns, and how. */
public final class Conversions {
  private static final ValueVisitor NOBODY = new QuietVisitor();

  /** Types whose own values may still not fit: those with a range that Java's class has not. */
  private static final Set<TypeID> CHECKED = EnumSet.of(TypeID.DECIMAL, TypeID.FIXED, TypeID.TIME);

  private Conversions() {}

  /**
   * How well values of a type fit into a column.
   *
   * @param from the type of the values; a nested type fits into text, as JSON, and into a variant
   * @param column a scalar column type
   */
  public static Fit fit(Type from, Type column) {
    return from.equals(column) ? Fit.ALWAYS : column(column, NOBODY).fit(from);
  }

  /**
   * A visitor of scalar values for a column: converts what comes and passes it on, or throws {@link
   * io.tidewater.format.value.ValueMismatchException}. Null passes.
   *
   * @param column a scalar column type
   * @param next receives only the event that belongs to the column's type
   */
  public static ValueVisitor into(Type column, ValueVisitor next) {
    return column(column, next);
  }

  /**
   * As {@link #into(Type, ValueVisitor)}, for values that are all of one type: where nothing needs
   * to be converted or checked that is the receiver itself.
   */
  public static ValueVisitor between(Type from, Type column, ValueVisitor next) {
    boolean direct = from.equals(column) && !CHECKED.contains(column.typeId());
    return direct ? next : into(column, next);
  }

  private static ScalarColumn column(Type type, ValueVisitor next) {
    return switch (type.typeId()) {
      case BOOLEAN -> new BooleanColumn(next);
      case INTEGER -> new IntColumn(next);
      case LONG -> new LongColumn(next);
      case FLOAT -> new FloatColumn(next);
      case DOUBLE -> new DoubleColumn(next);
      case DECIMAL -> new DecimalColumn((DecimalType) type, next);
      case STRING -> new StringColumn(next);
      case BINARY -> new BinaryColumn(next);
      case FIXED -> new FixedColumn((FixedType) type, next);
      case UUID -> new UuidColumn(next);
      case DATE -> new DateColumn(next);
      case TIME -> new TimeColumn(next);
      case TIMESTAMP -> TimestampColumn.of((TimestampType) type, next);
      case TIMESTAMP_NANO -> TimestampNanosColumn.of((TimestampNanoType) type, next);
      case VARIANT -> new VariantColumn(next);
      default -> new UnwritableColumn(type, next);
    };
  }
}
