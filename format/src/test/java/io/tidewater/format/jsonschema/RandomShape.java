/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.jsonschema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A schema in the making: what text it has, what documents are valid for it, how it may grow. */
abstract sealed class RandomShape {
  boolean nullable;

  /** Which changes chance may make. */
  enum Changes {
    /** Those that one column can follow. */
    OF_ONE_COLUMN,
    /** All that make a schema accept more. */
    ALL
  }

  /** The schema of a value other than null. */
  abstract String text();

  /** A valid value other than null, as Java's own: maps, lists, scalars. */
  abstract Object value(Random random);

  /** Changes it, or what is in it, as a registry lets a schema change. */
  abstract void evolve(Random random, Changes changes);

  final String schema() {
    return nullable ? "{\"oneOf\":[{\"type\":\"null\"}," + text() + "]}" : text();
  }

  final @Nullable Object document(Random random) {
    return nullable && random.nextInt(4) == 0 ? null : value(random);
  }

  final void grow(Random random, Changes changes) {
    if (random.nextInt(6) == 0) {
      nullable = true;
    } else {
      evolve(random, changes);
    }
  }

  static RandomShape of(Random random, int depth) {
    RandomShape shape =
        switch (depth == 0 ? 0 : random.nextInt(6)) {
          case 1, 2 -> new Closed(random, depth - 1);
          case 3 -> new Many(of(random, depth - 1));
          case 4 -> new Named(of(random, depth - 1));
          case 5 -> new Either(random, depth - 1);
          default -> new Single(Leaf.PLAIN.get(random.nextInt(Leaf.PLAIN.size())));
        };
    shape.nullable = random.nextInt(5) == 0;
    return shape;
  }

  enum Leaf {
    BOOLEAN("\"type\":\"boolean\""),
    INTEGER("\"type\":\"integer\",\"minimum\":-5"),
    NUMBER("\"type\":\"number\""),
    STRING("\"type\":\"string\""),
    LISTED("\"enum\":[\"a\",\"b\"]"),
    INT32("\"type\":\"integer\",\"connect.type\":\"int32\""),
    INTEGER_OR_STRING("\"type\":[\"integer\",\"string\"]"),
    NUMBER_OR_BOOLEAN("\"oneOf\":[{\"type\":\"number\"},{\"type\":\"boolean\"}]");

    static final List<Leaf> PLAIN = List.of(BOOLEAN, INTEGER, NUMBER, STRING, LISTED, INT32);

    private final String keywords;

    Leaf(String keywords) {
      this.keywords = keywords;
    }

    Object value(Random random) {
      return switch (this) {
        case BOOLEAN -> random.nextBoolean();
        case INTEGER -> random.nextLong();
        case NUMBER -> random.nextInt(1000) / 8.0 + 0.0625;
        case STRING -> "s" + random.nextInt(100) + "ü🌊\"\\";
        case LISTED -> random.nextBoolean() ? "a" : "b";
        case INT32 -> random.nextInt();
        case INTEGER_OR_STRING -> (random.nextBoolean() ? INTEGER : STRING).value(random);
        case NUMBER_OR_BOOLEAN -> (random.nextBoolean() ? NUMBER : BOOLEAN).value(random);
      };
    }

    /** What accepts all that this does, and more. */
    List<Leaf> wider() {
      return switch (this) {
        case BOOLEAN, NUMBER -> List.of(NUMBER_OR_BOOLEAN);
        case INTEGER -> List.of(NUMBER, INTEGER_OR_STRING);
        case INT32 -> List.of(INTEGER, NUMBER, INTEGER_OR_STRING);
        case STRING -> List.of(INTEGER_OR_STRING);
        case LISTED -> List.of(STRING);
        case INTEGER_OR_STRING, NUMBER_OR_BOOLEAN -> List.of(this);
      };
    }
  }

  static final class Single extends RandomShape {
    private Leaf leaf;
    private boolean orList;
    private String annotation = "";

    Single(Leaf leaf) {
      this.leaf = leaf;
    }

    @Override
    String text() {
      String alone = "{" + leaf.keywords + annotation + "}";
      return orList
          ? "{\"oneOf\":[" + alone + ",{\"type\":\"array\",\"items\":{\"type\":\"integer\"}}]}"
          : alone;
    }

    @Override
    Object value(Random random) {
      return orList && random.nextBoolean()
          ? List.of(random.nextInt(), random.nextLong())
          : leaf.value(random);
    }

    @Override
    void evolve(Random random, Changes changes) {
      if (changes == Changes.ALL && random.nextInt(6) == 0) {
        orList = true;
      } else if (changes == Changes.ALL) {
        leaf = leaf.wider().get(random.nextInt(leaf.wider().size()));
      } else {
        annotation = ",\"description\":\"version " + random.nextInt(9) + "\"";
      }
    }
  }

  static final class Many extends RandomShape {
    private final RandomShape element;

    Many(RandomShape element) {
      this.element = element;
    }

    @Override
    String text() {
      return "{\"type\":\"array\",\"items\":" + element.schema() + "}";
    }

    @Override
    Object value(Random random) {
      List<@Nullable Object> list = new ArrayList<>();
      for (int i = random.nextInt(3); i > 0; i--) {
        list.add(element.document(random));
      }
      return list;
    }

    @Override
    void evolve(Random random, Changes changes) {
      element.grow(random, changes);
    }
  }

  static final class Named extends RandomShape {
    private final RandomShape value;

    Named(RandomShape value) {
      this.value = value;
    }

    @Override
    String text() {
      return "{\"type\":\"object\",\"additionalProperties\":" + value.schema() + "}";
    }

    @Override
    Object value(Random random) {
      Map<String, @Nullable Object> map = new LinkedHashMap<>();
      for (int i = random.nextInt(3); i > 0; i--) {
        map.put("k" + i, value.document(random));
      }
      return map;
    }

    @Override
    void evolve(Random random, Changes changes) {
      value.grow(random, changes);
    }
  }

  /** One of several objects, told apart by a constant; the value stands under the branch's name. */
  static final class Either extends RandomShape {
    private final List<Closed> branches = new ArrayList<>();

    Either(Random random, int depth) {
      branches.add(new Closed(random, depth));
      branches.add(new Closed(random, depth));
    }

    @Override
    String text() {
      StringBuilder text = new StringBuilder("{\"oneOf\":[");
      for (int i = 0; i < branches.size(); i++) {
        text.append(i == 0 ? "" : ",").append(branches.get(i).text("B" + i));
      }
      return text.append("]}").toString();
    }

    @Override
    Object value(Random random) {
      int branch = random.nextInt(branches.size());
      Map<String, @Nullable Object> value = branches.get(branch).members(random);
      value.put("tag", "B" + branch);
      return value;
    }

    @Override
    void evolve(Random random, Changes changes) {
      if (random.nextInt(3) == 0) {
        branches.add(new Closed(random, 0));
      } else {
        branches.get(random.nextInt(branches.size())).evolve(random, changes);
      }
    }
  }

  static final class Closed extends RandomShape {
    private final Map<String, RandomShape> members = new LinkedHashMap<>();
    private final List<String> required = new ArrayList<>();
    private boolean byReference;
    private boolean open;

    Closed(Random random, int depth) {
      for (int i = 1 + random.nextInt(4); i > 0; i--) {
        add(random, depth);
      }
      members.keySet().stream().filter(name -> random.nextBoolean()).forEach(required::add);
    }

    private void add(Random random, int depth) {
      members.put("m" + members.size(), RandomShape.of(random, depth));
    }

    @Override
    String text() {
      return text("");
    }

    private String text(String tag) {
      List<String> names = new ArrayList<>(members.keySet());
      String declared =
          names.stream()
              .map(name -> '"' + name + "\":" + members.get(name).schema())
              .collect(Collectors.joining(","));
      String tagged =
          tag.isEmpty() ? "" : ",\"tag\":{\"const\":\"" + tag + "\"}},\"title\":\"" + tag + '"';
      String quoted =
          required.stream().map(name -> '"' + name + '"').collect(Collectors.joining(","));
      return (byReference ? "{\"allOf\":[" : "")
          + "{\"type\":\"object\",\"properties\":{"
          + declared
          + (tag.isEmpty() ? "}" : tagged)
          + ",\"required\":["
          + quoted
          + (tag.isEmpty() ? "" : (quoted.isEmpty() ? "" : ",") + "\"tag\"")
          + (open ? "]}" : "],\"additionalProperties\":false}")
          + (byReference ? "]}" : "");
    }

    @Override
    Object value(Random random) {
      return members(random);
    }

    private Map<String, @Nullable Object> members(Random random) {
      Map<String, @Nullable Object> value = new LinkedHashMap<>();
      List<String> names = new ArrayList<>(members.keySet());
      java.util.Collections.shuffle(names, random);
      for (String name : names) {
        if (required.contains(name)) {
          value.put(name, members.get(name).document(random));
        } else if (random.nextBoolean()) {
          boolean explicitNull = random.nextInt(5) == 0;
          value.put(name, explicitNull ? null : members.get(name).document(random));
        }
      }
      if (open && random.nextBoolean()) {
        value.put("undeclared" + random.nextInt(3), random.nextInt());
      }
      return value;
    }

    @Override
    void evolve(Random random, Changes changes) {
      switch (random.nextInt(5)) {
        case 4 -> open = true;
        case 0 -> {
          // An open object may have had such a member already: no registry lets it be declared.
          if (!open) {
            add(random, 1);
          }
        }
        case 1 -> required.removeIf(name -> random.nextBoolean());
        case 2 -> byReference = !byReference;
        default ->
            members.values().stream()
                .skip(random.nextInt(members.size()))
                .findFirst()
                .ifPresent(member -> member.grow(random, changes));
      }
    }
  }
}
