/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf.plan;

import io.tidewater.format.value.JsonText;
import io.tidewater.format.value.ValueVisitor;
import io.tidewater.format.value.VariantBuilder;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Type.TypeID;

/** A value of any shape in the making, for one column. */
public sealed interface Document {
  /** Starts anew. */
  void begin();

  /** Is told the value. */
  ValueVisitor content();

  /** Hands the value on, whole. */
  void finish(ValueVisitor receiver);

  /** Whether columns of a type hold documents. */
  static boolean goesInto(Type column) {
    return column.typeId() == TypeID.STRING || column.typeId() == TypeID.VARIANT;
  }

  /** A document for a column that holds such. */
  static Document in(Type column) {
    return column.typeId() == TypeID.VARIANT
        ? new VariantDocument(new VariantBuilder())
        : new TextDocument(new JsonText());
  }

  /** JSON text. */
  record TextDocument(JsonText content) implements Document {
    @Override
    public void begin() {
      content.begin();
    }

    @Override
    public void finish(ValueVisitor receiver) {
      receiver.stringValue(content.finish());
    }
  }

  /** A variant. */
  record VariantDocument(VariantBuilder content) implements Document {
    @Override
    public void begin() {
      content.begin();
    }

    @Override
    public void finish(ValueVisitor receiver) {
      receiver.variantValue(content.finish());
    }
  }
}
