/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.storage;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which schemes, and which authorities, are names of one and the same store. */
public final class SameStore {
  private final Map<String, String> schemes;
  private final Map<String, String> authorities;

  private SameStore(Map<String, String> schemes, Map<String, String> authorities) {
    this.schemes = Map.copyOf(schemes);
    this.authorities = Map.copyOf(authorities);
  }

  /**
   * Reads pairs such as {@code s3a=s3}.
   *
   * @throws IllegalArgumentException one of them is no pair
   */
  public static SameStore of(List<String> schemes, List<String> authorities) {
    return new SameStore(pairs(schemes), pairs(authorities));
  }

  /** Whether two locations with one path are one place. A part that is not given fits any. */
  public boolean agree(StorePath one, StorePath other) {
    return same(scheme(one), scheme(other)) && same(authority(one), authority(other));
  }

  /**
   * Whether one of two folders may lie in the other, or be it. In doubt they do: only buckets are
   * known to be apart, while name nodes have many names.
   */
  public boolean overlap(StorePath one, StorePath other) {
    String first = one.folder().path();
    String second = other.folder().path();
    if (!first.startsWith(second) && !second.startsWith(first)) {
      return false;
    }
    return !isBucket(one) || !isBucket(other) || authority(one).equals(authority(other));
  }

  private static boolean same(String one, String other) {
    return one.isEmpty() || other.isEmpty() || one.equals(other);
  }

  private String scheme(StorePath location) {
    return schemes.getOrDefault(location.scheme(), location.scheme());
  }

  private String authority(StorePath location) {
    return authorities.getOrDefault(location.authority(), location.authority());
  }

  private static boolean isBucket(StorePath location) {
    return switch (location.scheme()) {
      case "s3", "s3a", "s3n", "gs", "abfs", "abfss", "wasb", "wasbs", "oss", "cos", "obs" -> true;
      default -> false;
    };
  }

  private static Map<String, String> pairs(List<String> texts) {
    Map<String, String> pairs = new HashMap<>();
    for (String text : texts) {
      int equals = text.indexOf('=');
      if (equals <= 0) {
        throw new IllegalArgumentException(
            "expected pairs such as s3a=s3 with commas between, got " + text);
      }
      pairs.put(
          text.substring(0, equals).trim().toLowerCase(Locale.ROOT),
          text.substring(equals + 1).trim().toLowerCase(Locale.ROOT));
    }
    return pairs;
  }
}
