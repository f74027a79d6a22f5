/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.variants.ShreddedObject;
import org.apache.iceberg.variants.ValueArray;
import org.apache.iceberg.variants.VariantMetadata;
import org.apache.iceberg.variants.VariantValue;
import org.apache.iceberg.variants.Variants;
import org.jspecify.annotations.Nullable;

/**
 * An object or array of a variant that is not yet complete. Its values wait here, since a variant's
 * objects refer to a dictionary of all the names in it, which must be known first.
 */
abstract sealed class VariantNode {
  /** The variant's value of something that was told: a scalar, or a node. */
  static VariantValue value(Object told, VariantMetadata metadata) {
    return told instanceof VariantNode node ? node.value(metadata) : (VariantValue) told;
  }

  /** Whether what comes next is the key of a map. */
  abstract boolean isKeyNext();

  /** Names the next value. */
  abstract void name(String name);

  /** Takes the next value: a scalar, or a node. */
  abstract void put(Object told);

  abstract VariantValue value(VariantMetadata metadata);

  /** The members of a struct, or the entries of a map. */
  static final class Members extends VariantNode {
    private final Map<String, Object> members = new LinkedHashMap<>();
    private final boolean ofMap;
    private @Nullable String name;

    Members(boolean ofMap) {
      this.ofMap = ofMap;
    }

    @Override
    boolean isKeyNext() {
      return ofMap && name == null;
    }

    @Override
    void name(String next) {
      name = next;
    }

    @Override
    void put(Object told) {
      String key = name;
      if (key == null) {
        throw new IllegalStateException("a value without a name in a struct");
      }
      if (members.putIfAbsent(key, told) != null) {
        throw ValueMismatchException.of("an object whose names differ", "two values named", key);
      }
      name = null;
    }

    @Override
    VariantValue value(VariantMetadata metadata) {
      ShreddedObject object = Variants.object(metadata);
      members.forEach((key, told) -> object.put(key, VariantNode.value(told, metadata)));
      return object;
    }
  }

  /** The elements of a list. */
  static final class Elements extends VariantNode {
    private final List<Object> elements = new ArrayList<>();

    @Override
    boolean isKeyNext() {
      return false;
    }

    @Override
    void name(String next) {
      throw new IllegalStateException("a field in a list: " + next);
    }

    @Override
    void put(Object told) {
      elements.add(told);
    }

    @Override
    VariantValue value(VariantMetadata metadata) {
      ValueArray array = Variants.array();
      elements.forEach(told -> array.add(VariantNode.value(told, metadata)));
      return array;
    }
  }
}
