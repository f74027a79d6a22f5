/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the route of a request by its method and its raw path. */
public final class Router {
  private final List<Entry> entries;

  Router(List<Route> routes) {
    this.entries =
        routes.stream()
            .map(route -> new Entry(PathTemplate.parse(route.endpoint().path()), route))
            .toList();
  }

  /**
   * The route, and the variables of its path.
   *
   * @throws NoSuchRouteException if there is none
   */
  Match find(String method, String rawPath) {
    if (!rawPath.startsWith("/")) {
      throw NoSuchRouteException.path(rawPath);
    }
    List<String> segments = PathTemplate.split(rawPath);
    return matches(segments)
        .filter(match -> match.route().endpoint().httpMethod().equals(method))
        .findFirst()
        .orElseThrow(() -> notFound(method, rawPath, segments));
  }

  private Stream<Match> matches(List<String> segments) {
    return entries.stream().flatMap(entry -> entry.match(segments).stream());
  }

  private NoSuchRouteException notFound(String method, String rawPath, List<String> segments) {
    String allowed =
        matches(segments)
            .map(match -> match.route().endpoint().httpMethod())
            .distinct()
            .collect(Collectors.joining(", "));
    return allowed.isEmpty()
        ? NoSuchRouteException.path(rawPath)
        : NoSuchRouteException.method(method, rawPath, allowed);
  }

  /** A route and the path that leads to it. */
  private record Entry(PathTemplate template, Route route) {
    Optional<Match> match(List<String> segments) {
      return template.match(segments).map(variables -> new Match(route, variables));
    }
  }

  /** The route of a request, with the variables of its path, still encoded. */
  record Match(Route route, Map<String, String> variables) {}
}
