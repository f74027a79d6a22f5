/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.quickstart;

import io.tidewater.examples.connection.StateFile;
import io.tidewater.examples.progress.ProgressDisplay;
import io.tidewater.testing.jars.ProjectHome;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The {@code quickstart} command. */
@Command(
    name = "quickstart",
    mixinStandardHelpOptions = true,
    version = "tidewater ${sys:tidewater.version}",
    abbreviateSynopsis = true,
    sortOptions = false,
    header = "Runs the whole of Tidewater once, on real servers.",
    description = {
      "",
      "Starts a Kafka broker, the catalog and a Connect worker with the sink, all on loopback;",
      "sends orders to a topic, with a schema change halfway; queries the table with Spark SQL; and",
      "verifies that no order is lost or there twice. Then it stops and deletes all of it.",
      "The connector and the worker are configured by the files in examples/quickstart.",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every order is in the table, once",
      "1:something failed, or verify found a fault; the logs are kept and named",
      "2:wrong usage",
      "130, 143:cut short by Ctrl-C or SIGTERM (with --keep and all well: 0)"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  bin/tidewater quickstart --records 200000",
      "  bin/tidewater quickstart --keep",
      "      and then, in another shell: bin/tidewater sql \"select * from shop.orders limit 5\""
    })
public final class QuickstartCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--records",
      paramLabel = "N",
      defaultValue = "1000000",
      description = "How many orders to send. Default: ${DEFAULT-VALUE}.")
  private long records;

  @Option(names = "--keep", description = "Keeps everything up until Ctrl-C.")
  private boolean keep;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "A new folder for data and logs, which stays. Default: a temporary one, which does not.")
  private @Nullable Path data;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Decides what is ordered. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Override
  public Integer call() {
    CommandSpec command = Objects.requireNonNull(spec);
    if (records < 1) {
      throw new ParameterException(command.commandLine(), "--records must be 1 or more");
    }
    Plan plan = new Plan(records, seed, keep ? Plan.Ending.KEEP_UP : Plan.Ending.STOP);
    PrintWriter out = command.commandLine().getOut();
    Narrator narrator = new Narrator(out, InstantSource.system());
    WorkFolder folder = open(command);
    Stack stack = new Stack(ProjectHome.find(), folder.path());
    try (Stage stage = new Stage(folder, stack, StateFile.ofThisUser(), narrator)) {
      stage.clearOnSignal();
      Quickstart story = new Quickstart(plan, stage, narrator, ProgressDisplay.onStandardError());
      if (!holds(story, stage, narrator)) {
        return 1;
      }
    }
    narrator.say("\n" + folder.remains());
    return 0;
  }

  private WorkFolder open(CommandSpec command) {
    try {
      return WorkFolder.open(Optional.ofNullable(data));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private boolean holds(Quickstart story, Stage stage, Narrator narrator) {
    try {
      if (!story.tell()) {
        stage.folder().keep();
        narrator.say(whereTheLogsAre(stage.folder()));
        return false;
      }
      narrator.say(story.next());
      if (keep) {
        stage.keepUp();
      }
      return true;
    } catch (RuntimeException e) {
      stage.holdStillIfCutShort();
      stage.folder().keep();
      throw new QuickstartFailedException(e, whereTheLogsAre(stage.folder()));
    }
  }

  private static String whereTheLogsAre(WorkFolder folder) {
    return folder.logs().stream()
        .map(Path::toString)
        .collect(Collectors.joining(", ", "The logs are kept in " + folder.path() + ": ", ""));
  }
}
