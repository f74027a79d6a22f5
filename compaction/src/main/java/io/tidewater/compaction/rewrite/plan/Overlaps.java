/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.rewrite.plan;

import io.tidewater.compaction.observe.SortKey.Range;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds where ranges lie on top of each other, by a line that sweeps over them. */
final class Overlaps {
  private Overlaps() {}

  private record Edge(double at, boolean begins, String file) {}

  /**
   * The files that cover some stretch together with others, at least so many in all. Files that
   * only touch do not overlap.
   *
   * @param ranges by file
   */
  static Set<String> deeperThan(Map<String, Range> ranges, long depth) {
    List<Edge> edges = new ArrayList<>();
    ranges.forEach(
        (file, range) -> {
          if (range.width() > 0) {
            edges.add(new Edge(range.low(), true, file));
            edges.add(new Edge(range.high(), false, file));
          }
        });
    // Ends before beginnings.
    edges.sort(
        Comparator.comparingDouble(Edge::at).thenComparing(Edge::begins).thenComparing(Edge::file));
    Set<String> open = new LinkedHashSet<>();
    Set<String> deep = new LinkedHashSet<>();
    for (Edge edge : edges) {
      if (edge.begins()) {
        open.add(edge.file());
        if (open.size() == depth) {
          deep.addAll(open);
        } else if (open.size() > depth) {
          deep.add(edge.file());
        }
      } else {
        open.remove(edge.file());
      }
    }
    return deep;
  }
}
