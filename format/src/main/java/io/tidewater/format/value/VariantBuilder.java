/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.value;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.iceberg.variants.Variant;
import org.apache.iceberg.variants.VariantMetadata;
import org.apache.iceberg.variants.VariantValue;
import org.apache.iceberg.variants.Variants;
import org.jspecify.annotations.Nullable;

/**
 * Values as one variant, unshredded: the counterpart of {@link JsonText} for format version 3.
 * Structs and maps are objects, a map's keys their text; whole numbers take the smallest width that
 * holds them. Refused, since variant has no place for it: a decimal of more than 38 digits, and an
 * object with the same name twice.
 */
public final class VariantBuilder implements ValueVisitor {
  private static final int DEEPEST = 1000;

  private final Deque<VariantNode> open = new ArrayDeque<>();
  private final TreeSet<String> names = new TreeSet<>();
  private @Nullable Object whole;

  /** Starts anew, whatever became of the value before. */
  public void begin() {
    open.clear();
    names.clear();
    whole = null;
  }

  /** The value whose events came since {@link #begin()}. */
  public Variant finish() {
    if (whole == null || !open.isEmpty()) {
      throw new IllegalStateException("no whole value was told");
    }
    VariantMetadata metadata =
        names.isEmpty() ? Variants.emptyMetadata() : Variants.metadata(names);
    Variant variant = Variant.of(metadata, VariantNode.value(whole, metadata));
    begin();
    return variant;
  }

  @Override
  public void nullValue() {
    add(Variants.ofNull(), null);
  }

  @Override
  public void booleanValue(boolean value) {
    add(Variants.of(value), value);
  }

  @Override
  public void intValue(int value) {
    longValue(value);
  }

  @Override
  public void longValue(long value) {
    add(VariantNumbers.whole(value), value);
  }

  @Override
  public void floatValue(float value) {
    add(Variants.of(value), value);
  }

  @Override
  public void doubleValue(double value) {
    add(Variants.of(value), value);
  }

  @Override
  public void decimalValue(BigDecimal value) {
    add(VariantNumbers.decimal(value), value);
  }

  @Override
  public void stringValue(String value) {
    add(Variants.of(value), value);
  }

  @Override
  public void binaryValue(ByteBuffer value) {
    add(Variants.of(value.duplicate()), null);
  }

  @Override
  public void fixedValue(byte[] value) {
    binaryValue(ByteBuffer.wrap(value));
  }

  @Override
  public void uuidValue(UUID value) {
    add(Variants.ofUUID(value), value);
  }

  @Override
  public void dateValue(int days) {
    add(Variants.ofDate(days), isKeyNext() ? ValueText.date(days) : null);
  }

  @Override
  public void timeValue(long micros) {
    add(Variants.ofTime(micros), isKeyNext() ? ValueText.timeMicros(micros) : null);
  }

  @Override
  public void timestampValue(long micros) {
    add(Variants.ofTimestampntz(micros), isKeyNext() ? ValueText.timestampMicros(micros) : null);
  }

  @Override
  public void timestamptzValue(long micros) {
    String key = isKeyNext() ? ValueText.timestampMicros(micros) + "Z" : null;
    add(Variants.ofTimestamptz(micros), key);
  }

  @Override
  public void timestampNanosValue(long nanos) {
    add(Variants.ofTimestampntzNanos(nanos), isKeyNext() ? ValueText.timestampNanos(nanos) : null);
  }

  @Override
  public void timestamptzNanosValue(long nanos) {
    String key = isKeyNext() ? ValueText.timestampNanos(nanos) + "Z" : null;
    add(Variants.ofTimestamptzNanos(nanos), key);
  }

  @Override
  public void variantValue(Variant value) {
    VariantContents.emit(value, this);
  }

  @Override
  public void startStruct() {
    push(new VariantNode.Members(false));
  }

  @Override
  public void field(int position, String name) {
    name(name);
  }

  @Override
  public void endStruct() {
    pop();
  }

  @Override
  public void startList(int size) {
    push(new VariantNode.Elements());
  }

  @Override
  public void endList() {
    pop();
  }

  @Override
  public void startMap(int size) {
    push(new VariantNode.Members(true));
  }

  @Override
  public void endMap() {
    pop();
  }

  private boolean isKeyNext() {
    VariantNode node = open.peek();
    return node != null && node.isKeyNext();
  }

  /**
   * @param key the value as what its text is as the key of a map; null if it cannot be one
   */
  private void add(VariantValue value, @Nullable Object key) {
    if (!isKeyNext()) {
      put(value);
    } else if (key == null) {
      throw new ValueMismatchException("a map key with a text form", "null or bytes");
    } else {
      name(key instanceof BigDecimal decimal ? ValueText.decimal(decimal) : key.toString());
    }
  }

  private void name(String name) {
    names.add(name);
    VariantNode node = open.peek();
    if (node == null) {
      throw new IllegalStateException("a field outside a struct: " + name);
    }
    node.name(name);
  }

  private void put(Object value) {
    VariantNode node = open.peek();
    if (node == null) {
      whole = value;
    } else {
      node.put(value);
    }
  }

  private void push(VariantNode node) {
    if (isKeyNext()) {
      throw new ValueMismatchException("a map key with a text form", "a nested value as map key");
    }
    if (open.size() == DEEPEST) {
      throw new ValueMismatchException("at most " + DEEPEST + " levels", "deeper nesting");
    }
    open.push(node);
  }

  private void pop() {
    put(open.pop());
  }
}
