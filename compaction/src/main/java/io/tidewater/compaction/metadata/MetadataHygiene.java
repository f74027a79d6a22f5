/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.metadata;

import io.tidewater.compaction.policy.Policy;
import io.tidewater.compaction.policy.PolicyOption;
import io.tidewater.compaction.task.Assessment;
import io.tidewater.compaction.task.Finding;
import io.tidewater.compaction.task.Maintenance;
import io.tidewater.compaction.task.TableView;
import io.tidewater.compaction.task.Task;
import io.tidewater.compaction.task.TaskKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.iceberg.HasTableOperations;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableProperties;

/** Has metadata files deleted, and if wanted compressed, by whoever writes them. */
public final class MetadataHygiene implements Maintenance {
  /** What a snapshot with its summary and ledger takes of a metadata file, about. */
  private static final long BYTES_PER_SNAPSHOT = 1_500;

  @Override
  public TaskKind kind() {
    return TaskKind.METADATA;
  }

  @Override
  public List<PolicyOption<?>> options() {
    return MetadataOptions.ALL;
  }

  @Override
  public Assessment assess(TableView view) {
    Map<String, String> present = view.table().properties();
    Map<String, String> missing = new TreeMap<>(wanted(view.policy()));
    missing.keySet().removeAll(present.keySet());
    List<Finding> findings = new ArrayList<>();
    largeAndPlain(view, missing).ifPresent(findings::add);
    List<Task> tasks = new ArrayList<>();
    if (missing.isEmpty()) {
      findings.add(Finding.skipped(Finding.WHOLE_TABLE, "all properties of metadata are set"));
    } else {
      String reason = "the table does not say: setting " + missing;
      tasks.add(new PropertiesTask(view, missing, reason));
      findings.add(Finding.planned(Finding.WHOLE_TABLE, reason));
    }
    return new Assessment(tasks, findings);
  }

  private static Map<String, String> wanted(Policy policy) {
    Map<String, String> wanted = new TreeMap<>();
    if (policy.get(MetadataOptions.DELETE_OLD)) {
      wanted.put(TableProperties.METADATA_DELETE_AFTER_COMMIT_ENABLED, "true");
    }
    long versions = policy.get(MetadataOptions.PREVIOUS_VERSIONS);
    if (versions != TableProperties.METADATA_PREVIOUS_VERSIONS_MAX_DEFAULT) {
      wanted.put(
          TableProperties.METADATA_PREVIOUS_VERSIONS_MAX, Long.toString(Math.max(1, versions)));
    }
    if (policy.get(MetadataOptions.COMPRESS)) {
      wanted.put(TableProperties.METADATA_COMPRESSION, "gzip");
    }
    return wanted;
  }

  private static Optional<Finding> largeAndPlain(TableView view, Map<String, String> missing) {
    if (!(view.table() instanceof HasTableOperations owner)
        || missing.containsKey(TableProperties.METADATA_COMPRESSION)
        || view.table().properties().containsKey(TableProperties.METADATA_COMPRESSION)) {
      return Optional.empty();
    }
    TableMetadata metadata = owner.operations().current();
    long bytes = metadata.snapshots().size() * BYTES_PER_SNAPSHOT;
    if (bytes < view.policy().get(MetadataOptions.LARGE)) {
      return Optional.empty();
    }
    return Optional.of(
        Finding.needsPerson(
            Finding.WHOLE_TABLE,
            metadata.snapshots().size()
                + " snapshots make about "
                + (bytes >> 20)
                + " MB of metadata that every commit writes anew: set "
                + MetadataOptions.COMPRESS
                + ", or let more snapshots expire"));
  }
}
