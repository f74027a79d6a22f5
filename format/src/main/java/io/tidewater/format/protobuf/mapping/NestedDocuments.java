/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf.mapping;

import io.tidewater.format.protobuf.mapping.Shape.JsonShape;
import io.tidewater.format.protobuf.mapping.Shape.StructShape;
import io.tidewater.format.protobuf.plan.JsonMessages;
import io.tidewater.format.protobuf.plan.RecursiveDecoder;
import io.tidewater.format.protobuf.plan.ValueDecoder;
import io.tidewater.format.protobuf.type.MessageType;
import io.tidewater.format.protobuf.type.ProtoSchema;
import io.tidewater.format.schema.MappingOptions;
import io.tidewater.format.value.ValueVisitor;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.iceberg.types.Type;

/**
 * Documents within a document: a message that stands within itself is read by the same decoder, so
 * that the plan has an end where the schema has none.
 */
final class NestedDocuments implements Documents {
  private final ProtoSchema schema;
  private final MappingOptions options;
  private final ValueVisitor document;
  private final Map<String, ValueDecoder> decoders = new HashMap<>();

  /**
   * @param options by which values are told that may be told in several ways
   */
  NestedDocuments(ProtoSchema schema, MappingOptions options, ValueVisitor document) {
    this.schema = schema;
    this.options = options.withRecursionDepth(0);
    this.document = document;
    JsonMessages json = JsonMessages.into(document);
    decoders.put(WellKnownType.VALUE.fullName(), json.value());
    decoders.put(WellKnownType.STRUCT.fullName(), json.object());
    decoders.put(WellKnownType.LIST_VALUE.fullName(), json.array());
  }

  /** A compiler for what is not a message. */
  PlanCompiler compiler() {
    return new PlanCompiler(incoming -> incoming, this);
  }

  /** A decoder of a message into the document, its fields under their own names. */
  ValueDecoder message(String fullName) {
    ValueDecoder known = decoders.get(fullName);
    if (known != null) {
      return known;
    }
    RecursiveDecoder decoder = new RecursiveDecoder();
    decoders.put(fullName, decoder);
    MessageType message = Objects.requireNonNull(schema.messages().get(fullName), fullName);
    StructShape shape = new Shapes(schema, options).struct(message, "");
    decoder.becomes(compiler().struct(shape, shape.type(), document));
    return decoder;
  }

  @Override
  public ValueDecoder json(JsonShape shape, Type type, ValueVisitor receiver) {
    return message(shape.message());
  }

  @Override
  public PlanCompiler into(ValueVisitor receiver) {
    return compiler();
  }
}
