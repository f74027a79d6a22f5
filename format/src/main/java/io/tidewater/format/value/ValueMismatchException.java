/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.value;

/**
 * A value does not fit its column. The record is at fault, not the table or the worker: skip it,
 * send it to the dead letters, or evolve the table and convert it again.
 *
 * <p>The message names the path ({@code order.lines[3].price}), what the column holds and what
 * came, with at most a clipped excerpt of the value. The path grows while the exception passes the
 * enclosing values, so that no path is built for values that fit. There is no stack trace: bad
 * records come in floods, and the path says more.
 */
public final class ValueMismatchException extends RuntimeException {
  private static final int EXCERPT = 40;

  private final String path;
  private final String expected;
  private final String got;

  /**
   * @param expected what would fit, as a noun: {@code an int}
   * @param got what came, as a noun: {@code the text "abc"}
   */
  public ValueMismatchException(String expected, String got) {
    this("", expected, got);
  }

  private ValueMismatchException(String path, String expected, String got) {
    super(null, null, false, false);
    this.path = path;
    this.expected = expected;
    this.got = got;
  }

  /** A mismatch that shows the start of the value itself. */
  public static ValueMismatchException of(String expected, String kind, Object value) {
    return new ValueMismatchException(expected, kind + " " + excerpt(value));
  }

  /** A value of a Java class that nothing of the expected kind comes in. */
  public static ValueMismatchException ofClass(String expected, Object value) {
    return new ValueMismatchException(expected, "a value of class " + value.getClass().getName());
  }

  /** This mismatch, seen from the struct that holds it in a field. */
  public ValueMismatchException inField(String name) {
    return within(name);
  }

  /** This mismatch, seen from the list that holds it. */
  public ValueMismatchException inElement(int index) {
    return within("[" + index + "]");
  }

  /** This mismatch, seen from the map that holds it. */
  public ValueMismatchException inEntry(Object key) {
    return within("[" + excerpt(key) + "]");
  }

  /** Where the value stands; empty for the record's whole value. */
  public String path() {
    return path;
  }

  /** What the column holds. */
  public String expected() {
    return expected;
  }

  /** What came instead. */
  public String got() {
    return got;
  }

  @Override
  public String getMessage() {
    return (path.isEmpty() ? "the value" : path) + ": expected " + expected + ", got " + got;
  }

  private ValueMismatchException within(String segment) {
    boolean attached = path.isEmpty() || path.startsWith("[");
    return new ValueMismatchException(segment + (attached ? "" : ".") + path, expected, got);
  }

  private static String excerpt(Object value) {
    String text = String.valueOf(value);
    String clipped = text.length() > EXCERPT ? text.substring(0, EXCERPT) + "…" : text;
    return value instanceof Number || value instanceof Boolean ? clipped : '"' + clipped + '"';
  }
}
