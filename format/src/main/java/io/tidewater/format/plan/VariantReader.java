/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.plan;

import io.tidewater.format.value.ValueVisitor;
import io.tidewater.format.value.VariantBuilder;

/**
 * Reads a struct, list or map into a column of variants.
 *
 * @param nested reads the value into the variant
 */
public record VariantReader(ValueReader nested, VariantBuilder variant, ValueVisitor receiver)
    implements ValueReader {
  @Override
  public void read(Object value) {
    variant.begin();
    nested.read(value);
    receiver.variantValue(variant.finish());
  }
}
