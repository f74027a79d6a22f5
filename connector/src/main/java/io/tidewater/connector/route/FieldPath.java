/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.route;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/**
 * The dotted path of a field inside a record's value, a struct or a map.
 *
 * @param names the names from the outermost field inwards
 */
public record FieldPath(List<String> names) {
  public FieldPath {
    names = List.copyOf(names);
    if (names.isEmpty() || names.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException(
          "'" + String.join(".", names) + "' is no field path: a name in it is empty");
    }
  }

  /** Parses a path such as {@code payload.source.table}. */
  public static FieldPath parse(String path) {
    return new FieldPath(List.of(path.trim().split("\\.", -1)));
  }

  /** Continues with the field's text, or routes nowhere because the value does not have it. */
  Route routeBy(@Nullable Object value, Function<String, Route> onText) {
    Object current = value;
    for (String name : names) {
      if (current == null) {
        break;
      }
      if (current instanceof Struct struct) {
        Field field = struct.schema().field(name);
        current = field == null ? null : struct.getWithoutDefault(name);
      } else if (current instanceof Map<?, ?> map) {
        current = map.get(name);
      } else {
        return Route.nowhere(
            "field '%s' cannot be looked up in a %s"
                .formatted(this, current.getClass().getSimpleName()));
      }
    }
    if (current == null) {
      return Route.nowhere(
          value == null
              ? "its value is null, so it has no field '%s'".formatted(this)
              : "its field '%s' is missing or null".formatted(this));
    }
    return onText.apply(current.toString());
  }

  @Override
  public String toString() {
    return String.join(".", names);
  }
}
