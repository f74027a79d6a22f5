/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.redrive;

import io.tidewater.connector.DeadLetterRedrive;
import io.tidewater.connector.redrive.RedriveRequest;
import io.tidewater.connector.redrive.RedriveRequest.Mode;
import io.tidewater.connector.redrive.RedriveResult;
import io.tidewater.connector.redrive.Selection;
import io.tidewater.examples.progress.Progress;
import io.tidewater.examples.progress.ProgressDisplay;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The {@code redrive} command. */
@Command(
    name = "redrive",
    mixinStandardHelpOptions = true,
    version = "tidewater ${sys:tidewater.version}",
    abbreviateSynopsis = true,
    sortOptions = false,
    header = "Puts dead letters back into their table, after what made them bad was mended.",
    description = {
      "",
      "Reads the table of dead letters, decodes each record again as the sink is configured to,",
      "appends those that fit now, and takes their dead letters away. A record whose row is there",
      "already is not added again: it can be stopped at any point and run again, beside the sink",
      "and beside itself. Letters that are still bad stay, with their reasons shown. Needs the",
      "catalog, and the schema registry if the sink has one; Kafka is not read.",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:no dead letter is left of those that were meant",
      "1:some are still bad, or wait until the sink has come past their records",
      "2:wrong usage, or the catalog or a table cannot be reached"
    },
    exitCodeOnExecutionException = 2,
    footerHeading = "%nExamples:%n",
    footer = {
      "  bin/tidewater redrive --config sink.json --table shop.orders --dry-run",
      "  bin/tidewater redrive --config sink.json --table shop.orders \\",
      "      --where topic=orders,partition=3,offset=1000-2000"
    })
public final class RedriveCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = {"-c", "--config"},
      required = true,
      paramLabel = "FILE",
      description = "The sink's configuration, as JSON: what Connect was given.")
  private Path config = Path.of("");

  @Option(
      names = {"-n", "--table"},
      required = true,
      paramLabel = "NAMESPACE.TABLE",
      description = "The table that the records are for, not that of the dead letters.")
  private String table = "";

  @Option(
      names = "--where",
      paramLabel = "CONDITIONS",
      converter = SelectionParser.class,
      description =
          "Only these: topic=NAME, partition=NUMBER, offset=FIRST-LAST or offset=NUMBER, with commas"
              + " between them.")
  private Selection where = Selection.ALL;

  @Option(
      names = "--limit",
      paramLabel = "COUNT",
      description = "Look at so many dead letters at most.")
  private long limit = Long.MAX_VALUE;

  @Option(
      names = "--dry-run",
      description =
          "Change nothing and tell what would happen. A record that needs a new column counts as"
              + " still bad then, since the table is not evolved either.")
  private boolean dryRun;

  @Override
  public Integer call() {
    RedriveRequest request =
        RedriveRequest.of(table, where, limit, dryRun ? Mode.DRY_RUN : Mode.APPLY);
    RedriveResult result;
    try (DeadLetterRedrive redrive = DeadLetterRedrive.of(ConnectorJson.read(config));
        Progress progress = ProgressDisplay.onStandardError().start("dead letters", 0)) {
      result = redrive.run(request, progress::reached);
    }
    if (spec != null) {
      print(result, spec.commandLine().getOut());
    }
    return result.stillBad() + result.waiting() == 0 ? 0 : 1;
  }

  private void print(RedriveResult result, PrintWriter out) {
    result.reasons().forEach(reason -> out.println("still bad: " + reason));
    if (result.stillBad() > result.reasons().size()) {
      out.printf("… and %,d more%n", result.stillBad() - result.reasons().size());
    }
    if (result.waiting() > 0) {
      out.printf(
          "%,d wait: the sink has not come past their records yet; let it run, then try again%n",
          result.waiting());
    }
    out.printf(
        "%sredriven=%d skipped=%d still-bad=%d waiting=%d%n",
        dryRun ? "dry-run " : "",
        result.redriven(),
        result.skipped(),
        result.stillBad(),
        result.waiting());
    out.flush();
  }
}
