/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.jsonschema;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import io.tidewater.format.json.JsonCursor;
import io.tidewater.format.jsonschema.shape.ScalarKind;
import io.tidewater.format.jsonschema.shape.Shape;
import io.tidewater.format.jsonschema.shape.Shape.Branch;
import io.tidewater.format.jsonschema.shape.Shape.Choice;
import io.tidewater.format.jsonschema.shape.Shape.Elements;
import io.tidewater.format.jsonschema.shape.Shape.Entries;
import io.tidewater.format.jsonschema.shape.Shape.Member;
import io.tidewater.format.jsonschema.shape.Shape.Members;
import io.tidewater.format.jsonschema.shape.Shape.Pairs;
import io.tidewater.format.jsonschema.shape.Shape.Part;
import io.tidewater.format.jsonschema.shape.Shape.Scalar;
import io.tidewater.format.schema.MappingOptions;
import io.tidewater.format.value.QuietVisitor;
import io.tidewater.format.value.ValueMismatchException;

/**
 * Tells which branch of a choice a value is of: the one that its discriminator names, else the one
 * that it fits with the fewest members undeclared, of several such the first. Used once.
 */
final class BranchTest {
  private static final int NO_FIT = -1;

  /** Choices within choices multiply; no honest schema needs so many looks at one value. */
  private static final int MOST_LOOKS = 1_000_000;

  private int looks;

  /**
   * The one branch that a value which starts with a token can be of; negative if there are more.
   */
  static int onlyCandidate(Choice choice, JsonToken token) {
    int found = NO_FIT;
    for (int i = 0; i < choice.branches().size(); i++) {
      if (mayStart(choice.branches().get(i).part().shape(), token)) {
        if (found >= 0) {
          return NO_FIT;
        }
        found = i;
      }
    }
    return found;
  }

  private static boolean mayStart(Shape shape, JsonToken token) {
    if (shape instanceof Scalar) {
      return token.isScalarValue();
    }
    if (shape instanceof Elements || shape instanceof Pairs) {
      return token == JsonToken.START_ARRAY;
    }
    if (shape instanceof Members || shape instanceof Entries) {
      return token == JsonToken.START_OBJECT;
    }
    return !(shape instanceof Shape.Nothing);
  }

  /** The branch that a value is of; negative if it is of none. */
  int branch(Choice choice, JsonNode value) {
    if (choice.discriminator() != null) {
      Integer named = choice.mapping().get(value.path(choice.discriminator()).asText(""));
      if (named != null) {
        return named;
      }
    }
    int best = NO_FIT;
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < choice.branches().size(); i++) {
      int undeclared = undeclared(choice.branches().get(i).part(), value);
      if (undeclared >= 0 && undeclared < least) {
        best = i;
        least = undeclared;
      }
    }
    return best;
  }

  /** How many members of a value a part does not declare; negative if the value does not fit. */
  private int undeclared(Part part, JsonNode value) {
    if (++looks > MOST_LOOKS) {
      throw new ValueMismatchException(
          "a value whose shape shows within " + MOST_LOOKS + " looks", "one that needs more");
    }
    if (value.isNull()) {
      return part.nullable() ? 0 : NO_FIT;
    }
    Shape shape = part.shape();
    if (shape instanceof Scalar scalar) {
      boolean listed = part.listed().isEmpty() || part.listed().contains(value);
      return listed && fits(scalar, value) ? 0 : NO_FIT;
    }
    if (shape instanceof Members members) {
      return value.isObject() ? members(members, value) : NO_FIT;
    }
    if (shape instanceof Entries entries) {
      return value.isObject() ? each(entries.value(), value) : NO_FIT;
    }
    if (shape instanceof Elements elements) {
      return value.isArray() ? each(elements.element(), value) : NO_FIT;
    }
    if (shape instanceof Choice choice) {
      return choice(choice, value);
    }
    if (shape instanceof Pairs) {
      return value.isArray() ? 0 : NO_FIT;
    }
    return shape instanceof Shape.Anything ? 0 : NO_FIT;
  }

  private int members(Members members, JsonNode value) {
    int declared = 0;
    int undeclared = 0;
    for (Member member : members.members()) {
      JsonNode inner = value.get(member.name());
      if (inner != null) {
        declared++;
        // Null where a member may be left out is what many writers make of no value.
        int within = inner.isNull() && !member.required() ? 0 : undeclared(member.part(), inner);
        if (within < 0) {
          return NO_FIT;
        }
        undeclared += within;
      } else if (member.required()) {
        return NO_FIT;
      }
    }
    int others = value.size() - declared;
    return others > 0 && !members.open() ? NO_FIT : undeclared + others;
  }

  private int each(Part part, JsonNode values) {
    int undeclared = 0;
    for (JsonNode value : values) {
      int within = undeclared(part, value);
      if (within < 0) {
        return NO_FIT;
      }
      undeclared += within;
    }
    return undeclared;
  }

  private int choice(Choice choice, JsonNode value) {
    int least = Integer.MAX_VALUE;
    for (Branch branch : choice.branches()) {
      int undeclared = undeclared(branch.part(), value);
      if (undeclared >= 0) {
        least = Math.min(least, undeclared);
      }
    }
    return least == Integer.MAX_VALUE ? NO_FIT : least;
  }

  private static boolean fits(Scalar scalar, JsonNode value) {
    if (scalar.kind() == ScalarKind.MIXED) {
      return value.isValueNode();
    }
    try {
      ScalarMapping.of(scalar, MappingOptions.DEFAULTS)
          .own()
          .read(JsonCursor.of(value), new QuietVisitor());
      return true;
    } catch (ValueMismatchException e) {
      return false;
    }
  }
}
