/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf.text;

import com.squareup.wire.schema.internal.parser.OptionElement;
import com.squareup.wire.schema.internal.parser.OptionElement.OptionPrimitive;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of options, which may be written as {@code name.member = x} or as {@code name = {
 * member: x }}.
 */
final class Options {
  private static final String FIELD_META = "confluent.field_meta";

  private Options() {}

  /** The plain values of an option's member. */
  static List<String> values(List<OptionElement> options, String name, String member) {
    List<String> values = new ArrayList<>();
    for (Object value : members(options, name, member)) {
      String text = text(value);
      if (text != null) {
        values.add(text);
      }
    }
    return values;
  }

  /** The parameters of {@code confluent.field_meta}. */
  static Map<String, String> fieldMeta(List<OptionElement> options) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (Object entry : members(options, FIELD_META, "params")) {
      if (entry instanceof Map<?, ?> pair) {
        String key = text(pair.get("key"));
        String value = text(pair.get("value"));
        if (key != null && value != null) {
          parameters.put(key, value);
        }
      }
    }
    return parameters;
  }

  private static List<Object> members(List<OptionElement> options, String name, String member) {
    List<Object> found = new ArrayList<>();
    for (OptionElement option : options) {
      if (option.getName().equals(name)) {
        collect(option.getValue(), member, found);
      } else if (option.getName().equals(name + "." + member)) {
        add(option.getValue(), found);
      }
    }
    return found;
  }

  private static void collect(Object value, String member, List<Object> found) {
    if (value instanceof OptionElement nested && nested.getName().equals(member)) {
      add(nested.getValue(), found);
    } else if (value instanceof Map<?, ?> members && members.get(member) != null) {
      add(members.get(member), found);
    }
  }

  private static void add(@Nullable Object value, List<Object> found) {
    if (value instanceof List<?> list) {
      found.addAll(list);
    } else if (value != null) {
      found.add(value);
    }
  }

  private static @Nullable String text(@Nullable Object value) {
    if (value instanceof OptionPrimitive primitive) {
      return primitive.getValue().toString();
    }
    return value == null ? null : value.toString();
  }
}
