/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.jsonschema;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidewater.format.json.JsonCursor;
import io.tidewater.format.jsonschema.shape.Shape.Choice;
import io.tidewater.format.value.ValueMismatchException;
import io.tidewater.format.value.ValueVisitor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a value of one of several shapes into the field for that shape, the others left null. */
final class ChoiceTokens implements TokenReader {
  private final Choice choice;
  private final List<BranchReader> branches;
  private final ValueVisitor receiver;

  ChoiceTokens(Choice choice, List<BranchReader> branches, ValueVisitor receiver) {
    this.choice = choice;
    this.branches = List.copyOf(branches);
    this.receiver = receiver;
  }

  @Override
  public void read(JsonCursor cursor) {
    int candidate = BranchTest.onlyCandidate(choice, cursor.token());
    if (candidate >= 0) {
      read(branches.get(candidate), cursor);
      return;
    }
    JsonNode value = cursor.tree();
    int branch = new BranchTest().branch(choice, value);
    if (branch < 0) {
      throw new ValueMismatchException(
          "one of " + branches.stream().map(BranchReader::name).toList(),
          "a value that is none of them");
    }
    read(branches.get(branch), JsonCursor.of(value));
  }

  private void read(BranchReader branch, JsonCursor cursor) {
    receiver.startStruct();
    if (branch.column == null) {
      cursor.skip();
    } else {
      receiver.field(branch.position, branch.column);
      try {
        branch.value.read(cursor);
      } catch (ValueMismatchException e) {
        throw e.inField(branch.name);
      }
    }
    receiver.endStruct();
  }

  /**
   * One of the shapes.
   *
   * @param position of its column in the table's struct
   * @param column the name of its column; null if there is none
   */
  record BranchReader(String name, int position, @Nullable String column, TokenReader value) {}
}
