/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.avro;

import io.tidewater.format.logical.DecimalParameters;
import io.tidewater.format.logical.Meaning.OfContent;
import io.tidewater.format.logical.NamedType;
import io.tidewater.format.logical.NumberMeaning;
import io.tidewater.format.schema.MappingOptions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.LogicalTypes.Decimal;
import org.apache.avro.Schema;
import org.apache.iceberg.types.Types.TimestampType;
import org.apache.iceberg.types.Types.UUIDType;
import org.jspecify.annotations.Nullable;

/**
 * What the Avro converter of Kafka Connect writes into a schema besides Avro's own: what it was in
 * Connect. So the columns are the same as if that converter had read the records.
 */
final class ConnectProperties {
  private static final String NAME = "connect.name";
  private static final String PARAMETERS = "connect.parameters";
  private static final String INTERNAL_TYPE = "connect.internal.type";

  /** What the converter writes where it knows no precision. */
  private static final int NO_PRECISION = 64;

  private static final List<String> ENTRY = List.of("key", "value");
  private static final List<String> VARIABLE_SCALE = List.of("scale:INT", "value:BYTES");

  private ConnectProperties() {}

  /** The type that a schema had in Connect, by its name there; null if that says nothing more. */
  static @Nullable NamedType type(Schema schema) {
    NamedType named = NamedType.of(schema.getProp(NAME), base(schema.getType()));
    boolean otherRecord =
        named == NamedType.DEBEZIUM_VARIABLE_SCALE_DECIMAL
            && !VARIABLE_SCALE.equals(
                schema.getFields().stream()
                    .map(field -> field.name() + ":" + field.schema().getType())
                    .toList());
    return otherRecord ? null : named;
  }

  static ScalarMapping mapping(NamedType type, Schema schema, MappingOptions options) {
    if (type.meaning() instanceof NumberMeaning meaning) {
      return ScalarMapping.number(schema.getType(), meaning.mapping(options));
    }
    return switch ((OfContent) type.meaning()) {
      case PLAIN -> PlainType.plain(schema);
      case UUID -> PlainType.plain(schema).parsedAs(UUIDType.get());
      case INSTANT -> PlainType.plain(schema).parsedAs(TimestampType.withZone());
      case DECIMAL -> DecimalValues.ofBytes(decimal(schema));
      case VARIABLE_SCALE_DECIMAL -> DecimalValues.VARIABLE_SCALE;
    };
  }

  /**
   * Whether a list stands for a map whose keys are no strings. The bytes of its records are those
   * of a map's entries.
   */
  static boolean isEntryList(Schema list) {
    Schema element = list.getElementType();
    return element.getType() == Schema.Type.RECORD
        && "MapEntry".equals(element.getProp(INTERNAL_TYPE))
        && ENTRY.equals(element.getFields().stream().map(Schema.Field::name).toList());
  }

  private static DecimalParameters decimal(Schema schema) {
    Map<String, String> parameters = new HashMap<>();
    if (schema.getLogicalType() instanceof Decimal decimal) {
      parameters.put(DecimalParameters.SCALE, Integer.toString(decimal.getScale()));
      if (decimal.getPrecision() != NO_PRECISION) {
        parameters.put(DecimalParameters.PRECISION, Integer.toString(decimal.getPrecision()));
      }
    }
    if (schema.getObjectProp(PARAMETERS) instanceof Map<?, ?> own) {
      own.forEach((name, value) -> parameters.put(String.valueOf(name), String.valueOf(value)));
    }
    return DecimalParameters.of(parameters);
  }

  private static NamedType.@Nullable Base base(Schema.Type type) {
    return switch (type) {
      case INT -> NamedType.Base.INT32;
      case LONG -> NamedType.Base.INT64;
      case STRING -> NamedType.Base.STRING;
      case BYTES -> NamedType.Base.BYTES;
      case RECORD -> NamedType.Base.STRUCT;
      default -> null;
    };
  }
}
