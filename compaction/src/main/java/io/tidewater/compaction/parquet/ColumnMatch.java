/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.parquet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.jspecify.annotations.Nullable;

/** Finds, by field ids, the columns of one file that become the columns of another. */
final class ColumnMatch {
  private final MessageType source;
  private final Map<List<String>, ColumnDescriptor> found = new HashMap<>();

  private ColumnMatch(MessageType source) {
    this.source = source;
  }

  /**
   * The source's column for each path of the target that it has; a top-level field that it lacks
   * has none.
   *
   * @throws NotColumnarException the source nests or stores it in another way
   */
  static Map<List<String>, ColumnDescriptor> of(MessageType target, MessageType source) {
    ColumnMatch match = new ColumnMatch(source);
    for (Type field : target.getFields()) {
      Type other = find(field, source);
      if (other != null) {
        match.field(field, other, List.of(), List.of());
      }
    }
    return match.found;
  }

  private void field(Type target, Type from, List<String> targetParent, List<String> fromParent) {
    List<String> targetPath = append(targetParent, target.getName());
    List<String> fromPath = append(fromParent, from.getName());
    boolean plain = targetParent.isEmpty() && target.isPrimitive();
    if (target.getRepetition() != from.getRepetition()
        && !(plain && target.isRepetition(Repetition.OPTIONAL))) {
      throw differs(
          targetPath,
          "is " + from.getRepetition() + " in a file and " + target.getRepetition() + " now");
    }
    if (target.isPrimitive() != from.isPrimitive()) {
      throw differs(targetPath, "is nested in another way in a file");
    }
    if (target.isPrimitive()) {
      PhysicalType.check(target.asPrimitiveType(), from.asPrimitiveType(), targetPath);
      found.put(targetPath, source.getColumnDescription(fromPath.toArray(new String[0])));
    } else {
      group(target.asGroupType(), from.asGroupType(), targetPath, fromPath);
    }
  }

  private void group(
      GroupType target, GroupType from, List<String> targetPath, List<String> fromPath) {
    if (from.getFieldCount() > target.getFieldCount() && withoutIds(target)) {
      throw differs(targetPath, "has parts in a file that have no field id, such as typed values");
    }
    for (Type child : target.getFields()) {
      Type other = find(child, from);
      if (other == null) {
        throw differs(
            append(targetPath, child.getName()), "was added inside of another after some files");
      }
      field(child, other, targetPath, fromPath);
    }
  }

  private static boolean withoutIds(GroupType group) {
    return group.getFields().stream().allMatch(field -> field.getId() == null);
  }

  /** Fields without an id are the middle levels of lists and maps, and the parts of a variant. */
  private static @Nullable Type find(Type wanted, GroupType among) {
    if (wanted.getId() != null) {
      for (Type field : among.getFields()) {
        if (wanted.getId().equals(field.getId())) {
          return field;
        }
      }
      return null;
    }
    if (wanted.isRepetition(Repetition.REPEATED) && among.getFieldCount() == 1) {
      return among.getType(0).getId() == null ? among.getType(0) : null;
    }
    return among.containsField(wanted.getName()) ? among.getType(wanted.getName()) : null;
  }

  private static NotColumnarException differs(List<String> path, String how) {
    return new NotColumnarException("column " + String.join(".", path) + " " + how);
  }

  private static List<String> append(List<String> path, String name) {
    List<String> longer = new ArrayList<>(path);
    longer.add(name);
    return longer;
  }
}
