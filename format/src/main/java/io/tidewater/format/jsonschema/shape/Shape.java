/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.jsonschema.shape;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the values of a schema look like. Immutable. */
public sealed interface Shape {
  /**
   * A value without children.
   *
   * @param scale of a decimal, else 0
   */
  record Scalar(ScalarKind kind, int scale) implements Shape {}

  /**
   * An object with known members.
   *
   * @param open whether it may have others, too
   */
  record Members(List<Member> members, boolean open) implements Shape {
    public Members {
      members = List.copyOf(members);
    }
  }

  /** An array of any length. */
  record Elements(Part element) implements Shape {}

  /** An object whose members' names are data. */
  record Entries(Part value) implements Shape {}

  /** A map as Connect writes it whose keys are no strings: an array of objects. */
  record Pairs(Part key, Part value) implements Shape {}

  /**
   * One of several shapes, not all of them scalars.
   *
   * @param discriminator the member whose text tells the branch; null if there is none
   * @param mapping by that text, the branch's position
   */
  record Choice(List<Branch> branches, @Nullable String discriminator, Map<String, Integer> mapping)
      implements Shape {
    public Choice {
      branches = List.copyOf(branches);
      mapping = Map.copyOf(mapping);
    }
  }

  /** A value of any shape: the schema says nothing, or contains itself and was cut here. */
  record Anything() implements Shape {}

  /** No value at all, but for null. */
  record Nothing() implements Shape {}

  /**
   * A shape where it stands.
   *
   * @param nullable whether null is a value, too
   * @param fallback what the schema has as default; null if it has none
   * @param listed the only values there are; empty if the schema lists none
   */
  record Part(
      Shape shape,
      boolean nullable,
      @Nullable String doc,
      @Nullable JsonNode fallback,
      Set<JsonNode> listed) {
    public Part {
      listed = Set.copyOf(listed);
    }

    /** A part of which nothing but its shape is known. */
    static Part of(Shape shape, boolean nullable) {
      return new Part(shape, nullable, null, null, Set.of());
    }
  }

  /**
   * A member of an object.
   *
   * @param required whether each object has it
   */
  record Member(String name, Part part, boolean required) {}

  /** One of the shapes of a choice. */
  record Branch(String name, Part part) {}
}
