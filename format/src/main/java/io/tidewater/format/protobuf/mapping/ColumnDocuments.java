/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf.mapping;

import io.tidewater.format.protobuf.mapping.Shape.JsonShape;
import io.tidewater.format.protobuf.plan.Document;
import io.tidewater.format.protobuf.plan.DocumentDecoder;
import io.tidewater.format.protobuf.plan.RefusingDecoder;
import io.tidewater.format.protobuf.plan.ValueDecoder;
import io.tidewater.format.protobuf.type.ProtoSchema;
import io.tidewater.format.schema.MappingOptions;
import io.tidewater.format.value.ValueVisitor;
import org.apache.iceberg.types.Type;

/** Documents in columns of their own. */
record ColumnDocuments(ProtoSchema schema, MappingOptions options) implements Documents {
  @Override
  public ValueDecoder json(JsonShape shape, Type type, ValueVisitor receiver) {
    if (!Document.goesInto(type)) {
      return new RefusingDecoder("a " + type, "a message of no fixed shape");
    }
    Document document = Document.in(type);
    ValueDecoder nested =
        new NestedDocuments(schema, options, document.content()).message(shape.message());
    return new DocumentDecoder(nested, document, receiver);
  }

  @Override
  public PlanCompiler into(ValueVisitor document) {
    return new NestedDocuments(schema, options, document).compiler();
  }
}
