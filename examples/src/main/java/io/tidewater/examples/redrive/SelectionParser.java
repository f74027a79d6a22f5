/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.redrive;

import io.tidewater.connector.redrive.Selection;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads conditions such as {@code topic=orders,partition=3,offset=1000-2000}. */
final class SelectionParser implements ITypeConverter<Selection> {
  private static final Pattern OFFSETS = Pattern.compile("([0-9]{1,18})(?:-([0-9]{1,18}))?");

  @Override
  public Selection convert(String text) {
    Selection selection = Selection.ALL;
    for (String condition : text.split(",", -1)) {
      int equals = condition.indexOf('=');
      String name = equals < 0 ? condition : condition.substring(0, equals).trim();
      String value = equals < 0 ? "" : condition.substring(equals + 1).trim();
      selection =
          switch (name) {
            case "topic" -> ofTopic(selection, value);
            case "partition" -> ofPartition(selection, value);
            case "offset" -> ofOffsets(selection, value);
            default ->
                throw new TypeConversionException(
                    "'%s' is none of topic=…, partition=… and offset=…".formatted(condition));
          };
    }
    return selection;
  }

  private static Selection ofTopic(Selection selection, String value) {
    if (value.isEmpty()) {
      throw new TypeConversionException("topic= needs the name of a topic");
    }
    return new Selection(
        Optional.of(value), selection.partition(), selection.fromOffset(), selection.toOffset());
  }

  private static Selection ofPartition(Selection selection, String value) {
    if (!value.matches("[0-9]{1,9}")) {
      throw new TypeConversionException("'%s' is no number of a partition".formatted(value));
    }
    return new Selection(
        selection.topic(),
        OptionalInt.of(Integer.parseInt(value)),
        selection.fromOffset(),
        selection.toOffset());
  }

  private static Selection ofOffsets(Selection selection, String value) {
    Matcher offsets = OFFSETS.matcher(value);
    if (!offsets.matches()) {
      throw new TypeConversionException(
          "'%s' is neither an offset nor two with a dash between them".formatted(value));
    }
    long first = Long.parseLong(offsets.group(1));
    long last = offsets.group(2) == null ? first : Long.parseLong(offsets.group(2));
    return new Selection(selection.topic(), selection.partition(), first, last + 1);
  }
}
