/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.schema.follow;

import io.tidewater.compaction.task.Assessment;
import io.tidewater.compaction.task.Finding;
import io.tidewater.compaction.task.TableView;
import io.tidewater.format.registry.RegisteredSchema;
import io.tidewater.format.registry.RegistryUnavailableException;
import io.tidewater.format.registry.SchemaRegistry;
import io.tidewater.format.registry.UnknownSchemaException;
import io.tidewater.format.schema.FieldHistory;
import io.tidewater.format.schema.UnsupportedSchemaException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Finds what a table has yet to follow of its registry. Thread-safe. */
public final class RegistryFollower {
  private final Optional<SchemaRegistry> registry;

  /**
   * @param registry the registry that producers use; empty if none is configured
   */
  public RegistryFollower(Optional<SchemaRegistry> registry) {
    this.registry = registry;
  }

  /**
   * Compares a table with its subjects. Asks the registry at least once a subject.
   *
   * @throws IllegalArgumentException an option has a value that it cannot have
   */
  public Assessment assess(TableView view) {
    if (registry.isEmpty()) {
      return Assessment.nothing("no schema registry is configured");
    }
    if (!view.policy().get(FollowOptions.FOLLOW)) {
      return Assessment.nothing(FollowOptions.FOLLOW.name() + " is off");
    }
    OptionalInt followed = FieldHistory.of(view.table().properties()).schemaId();
    if (followed.isEmpty()) {
      return Assessment.nothing(
          "the table has followed no schema of the registry yet: its records have none, or a"
              + " converter of Connect reads them");
    }
    List<String> topics = Topics.of(view.table(), view.branch());
    Set<String> subjects = Topics.subjects(view.policy(), topics);
    if (subjects.isEmpty()) {
      return Assessment.nothing("no snapshot of the branch tells which topics feed the table");
    }
    try {
      return compare(view, registry.get(), followed.getAsInt(), subjects);
    } catch (RegistryUnavailableException e) {
      return finding(
          Finding.waiting(Finding.WHOLE_TABLE, "the registry does not answer: " + e.getMessage()));
    }
  }

  private static Assessment compare(
      TableView view, SchemaRegistry registry, int followed, Set<String> subjects) {
    RecordMapping mapping = RecordMapping.of(view.policy(), view.table());
    WriterSchemas writers = new WriterSchemas(registry, mapping);
    Optional<String> doubt;
    try {
      String subject = subjects.iterator().next();
      RegisteredSchema last = registry.schema(followed, subject);
      doubt = SinkLikeness.doubt(view.table(), mapping, writers.of(last, subject));
    } catch (UnknownSchemaException | UnsupportedSchemaException e) {
      doubt = Optional.of(String.valueOf(e.getMessage()));
    }
    if (doubt.isPresent()) {
      return finding(Finding.needsPerson(Finding.WHOLE_TABLE, unlike(followed, doubt.get())));
    }
    Comparison comparison = new Comparison(view.table(), mapping, writers);
    for (String subject : subjects) {
      try {
        new Versions(registry).since(subject, followed).forEach(comparison::add);
      } catch (UnknownSchemaException e) {
        comparison.find(
            Finding.skipped(Finding.WHOLE_TABLE, "the registry has no subject " + subject));
      }
    }
    return comparison.assessment();
  }

  private static String unlike(int followed, String doubt) {
    return "The table has followed schema id "
        + followed
        + ", yet by the options set here that schema would ask for more: "
        + doubt
        + ". Either the table's sink has other options or unwraps its records, or somebody changed"
        + " the table. Nothing is followed ahead of the sink until the schema.* options are as the"
        + " sink's, or "
        + FollowOptions.FOLLOW.tableProperty()
        + "=false.";
  }

  private static Assessment finding(Finding finding) {
    return new Assessment(List.of(), List.of(finding));
  }
}
