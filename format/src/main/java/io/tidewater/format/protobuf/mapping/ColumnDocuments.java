/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf.mapping;

import io.tidewater.format.conversion.Conversions;
import io.tidewater.format.protobuf.mapping.Shape.JsonShape;
import io.tidewater.format.protobuf.plan.JsonDecoder;
import io.tidewater.format.protobuf.plan.ValueDecoder;
import io.tidewater.format.protobuf.type.ProtoSchema;
import io.tidewater.format.value.JsonText;
import io.tidewater.format.value.ValueVisitor;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;

/** Documents in columns of their own. */
record ColumnDocuments(ProtoSchema schema) implements Documents {
  @Override
  public ValueDecoder json(JsonShape shape, Type type, ValueVisitor receiver) {
    JsonText json = new JsonText();
    ValueDecoder nested = new NestedDocuments(schema, json).message(shape.message());
    return new JsonDecoder(
        nested, json, Conversions.between(Types.StringType.get(), type, receiver));
  }

  @Override
  public PlanCompiler into(ValueVisitor document) {
    return new NestedDocuments(schema, document).compiler();
  }
}
