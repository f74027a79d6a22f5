/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf.mapping;

import io.tidewater.format.protobuf.mapping.Shape.JsonShape;
import io.tidewater.format.protobuf.plan.ValueDecoder;
import io.tidewater.format.value.ValueVisitor;
import org.apache.iceberg.types.Type;

/** Where messages become documents instead of columns. */
interface Documents {
  /** A decoder of messages into a column that holds documents. */
  ValueDecoder json(JsonShape shape, Type type, ValueVisitor receiver);

  /** A compiler whose plans tell one document. */
  PlanCompiler into(ValueVisitor document);
}
