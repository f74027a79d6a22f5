/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.json;

import io.tidewater.format.value.JsonText;
import io.tidewater.format.value.ValueVisitor;
import io.tidewater.format.value.VariantBuilder;
import org.apache.iceberg.types.Type;
import org.jspecify.annotations.Nullable;

/** Collects the events of a value of any shape, for a column that takes one. */
public interface ShapelessValue {
  /** For a column of a type; null if such a column takes only some shapes. */
  static @Nullable ShapelessValue of(Type column) {
    return switch (column.typeId()) {
      case STRING -> new AsText(new JsonText());
      case VARIANT -> new AsVariant(new VariantBuilder());
      default -> null;
    };
  }

  /** Starts anew, whatever became of the value before. */
  void begin();

  /** Receives the value's events. */
  ValueVisitor visitor();

  /** Hands the value on as one event. */
  void finish(ValueVisitor receiver);

  /** As JSON. */
  record AsText(JsonText json) implements ShapelessValue {
    @Override
    public void begin() {
      json.begin();
    }

    @Override
    public ValueVisitor visitor() {
      return json;
    }

    @Override
    public void finish(ValueVisitor receiver) {
      receiver.stringValue(json.finish());
    }
  }

  /** As a variant. */
  record AsVariant(VariantBuilder variant) implements ShapelessValue {
    @Override
    public void begin() {
      variant.begin();
    }

    @Override
    public ValueVisitor visitor() {
      return variant;
    }

    @Override
    public void finish(ValueVisitor receiver) {
      receiver.variantValue(variant.finish());
    }
  }
}
