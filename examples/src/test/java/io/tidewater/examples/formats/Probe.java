/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.formats;

/** A question in SQL about one column, in words of its own in each engine, and its answer. */
record Probe(String inSpark, String inTrino, String answer) {
  /** What a column is as text. */
  static Probe text(String column, String answer) {
    return same("cast(%s as varchar(99))".formatted(column), answer);
  }

  /** Whether a column is equal to what a literal says. */
  static Probe equal(String column, String literal) {
    return same("cast(%s = %s as varchar(5))".formatted(column, literal), "true");
  }

  /** What lies at a path of a column without a known shape, which is text or a variant. */
  static Probe within(Place place, int formatVersion) {
    boolean variant = formatVersion >= 3;
    String spark = variant ? "variant_get(%s, '%s', 'string')" : "get_json_object(%s, '%s')";
    String trino = "json_extract_scalar(%s, '%s')";
    String json = variant ? "cast(%s as json)".formatted(place.column()) : place.column();
    return new Probe(
        spark.formatted(place.column(), place.path()),
        trino.formatted(json, place.path()),
        place.answer());
  }

  private static Probe same(String sql, String answer) {
    return new Probe(sql, sql, answer);
  }

  /** A path within a column without a known shape, and what is there. */
  record Place(String column, String path, String answer) {}
}
