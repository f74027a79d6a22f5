/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.verify;

import io.tidewater.examples.connection.CatalogOptions;
import io.tidewater.examples.connection.Endpoints;
import io.tidewater.examples.connection.KafkaOptions;
import io.tidewater.examples.connection.NotConnectedException;
import io.tidewater.examples.connection.StateFile;
import io.tidewater.examples.progress.ProgressDisplay;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The {@code verify} command. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    version = "tidewater ${sys:tidewater.version}",
    abbreviateSynopsis = true,
    sortOptions = false,
    header = "Compares a topic with a table: is every record there, and none twice?",
    description = {
      "",
      "Reads where the topic has records, then which offsets the table's rows came from, and",
      "compares the two by partition. Only offsets at which Kafka really has a record count: what",
      "compaction removed or a transaction marker holds is not missing, and a row whose record",
      "retention has dropped is fine. A record among the table's dead letters, in TABLE__dead_letters,",
      "is not missing either. Meant for append tables; where rows are updated or deleted by",
      "key, older records are missing by intent.",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:nothing is missing and nothing is there twice; dead letters are told, and no fault",
      "1:something is missing or there twice",
      "2:wrong usage, or the cluster, the catalog or the table cannot be reached"
    },
    exitCodeOnExecutionException = 2,
    footerHeading = "%nExamples:%n",
    footer = {
      "  bin/tidewater verify",
      "      the topic and table of the running quickstart",
      "  bin/tidewater verify --topic orders --table shop.orders \\",
      "      --bootstrap-servers kafka:9092 --catalog-uri http://catalog:8181 --wait 60"
    })
public final class VerifyCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = {"-t", "--topic"},
      paramLabel = "TOPIC",
      description = "The topic. Default: that of the running quickstart.")
  private @Nullable String topic;

  @Option(
      names = {"-n", "--table"},
      paramLabel = "NAMESPACE.TABLE",
      description = "The table. Default: that of the running quickstart.")
  private @Nullable String table;

  @Mixin private KafkaOptions kafka = new KafkaOptions();

  @Mixin private CatalogOptions catalog = new CatalogOptions();

  @Mixin private ScopeOptions scope = new ScopeOptions();

  @Override
  public Integer call() {
    Optional<Endpoints> running = StateFile.ofThisUser().read();
    Verifier verifier =
        new Verifier(
            kafka.settings(running),
            catalog.settings(running),
            ProgressDisplay.onStandardError(),
            InstantSource.system(),
            Pause.SLEEP);
    Verification verification =
        verifier.verify(
            chosen(topic, running.map(Endpoints::topic), "--topic"),
            chosen(table, running.map(Endpoints::table), "--table"),
            scope.scope());
    if (spec != null) {
      PrintWriter out = spec.commandLine().getOut();
      new VerificationReport(verification).lines().forEach(out::println);
      out.flush();
    }
    return verification.holds() ? 0 : 1;
  }

  private static String chosen(@Nullable String given, Optional<String> running, String option) {
    return Optional.ofNullable(given)
        .or(() -> running)
        .orElseThrow(() -> NotConnectedException.without(option));
  }
}
