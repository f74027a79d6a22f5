/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewater.catalog.storage.CredentialVending;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** What a command line and a configuration file mean, and that neither gives a secret away. */
class CommandOptionsTest {
  @TempDir private Path directory;

  @Test
  void staysOnLoopbackWithItsWarehouseInTheDataDirectoryByDefault() throws IOException {
    CatalogServerOptions options = parse("--data", directory.toString());

    assertThat(options.host()).isEqualTo("127.0.0.1");
    assertThat(options.port()).isEqualTo(8181);
    assertThat(options.warehouse()).isEqualTo("file://" + directory + "/warehouse");
    assertThat(options.properties().vending()).isEqualTo(CredentialVending.NONE);
    assertThat(options.properties().server()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1"})
  void refusesToBeReachedFromElsewhereUnlessToldSo(String host) throws IOException {
    String data = directory.toString();

    assertThatThrownBy(() -> parse("--data", data, "--host", host))
        .isInstanceOf(ParameterException.class)
        .hasMessageContaining("--allow-remote");
    assertThat(parse("--data", data, "--host", host, "--allow-remote").host()).isEqualTo(host);
    assertThat(parse("--data", data, "--host", "::1").host()).isEqualTo("::1");
  }

  @Test
  void readsFileWhoseOptionsTheCommandLineOverrides() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("c.properties"),
            """
            data=%s
            port=1
            warehouse=s3://lake/w
            vend-static-credentials=true
            property.s3.endpoint=http://inside
            property.s3.secret-access-key=${env:LAKE_SECRET}
            client-property.s3.endpoint=http://outside
            """
                .formatted(directory));

    CatalogServerOptions options = parse("--config", file.toString(), "--port=2");

    assertThat(options.port()).isEqualTo(2);
    assertThat(options.warehouse()).isEqualTo("s3://lake/w");
    assertThat(options.properties().vending()).isEqualTo(CredentialVending.STATIC);
    assertThat(options.properties().server())
        .containsEntry("s3.endpoint", "http://inside")
        .containsEntry("s3.secret-access-key", "from the $environment");
    assertThat(options.properties().client()).containsEntry("s3.endpoint", "http://outside");
  }

  @Test
  void namesVariableThatIsNotSet() {
    assertThatThrownBy(
            () -> parse("--data", directory.toString(), "--property", "a=${env:NOT_THERE}"))
        .isInstanceOf(ParameterException.class)
        .hasMessage("Property a refers to environment variable NOT_THERE, which is not set");
  }

  @Test
  void repeatsNoSecretFromWrongCommandLine() {
    StringWriter errors = new StringWriter();
    CommandLine line = commandLine().setErr(new PrintWriter(errors, true));

    int code = line.execute("--data", directory.toString(), "--property", "the-secret-itself");

    assertThat(code).isEqualTo(2);
    assertThat(errors.toString()).contains("--property").doesNotContain("the-secret-itself");
  }

  @Test
  void repeatsNoSecretFromWrongFile() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("c.properties"), "s3.secret-access-key=the-secret-itself");

    assertThatThrownBy(() -> parse("--config=" + file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("s3.secret-access-key, which is no setting")
        .hasMessageNotContaining("the-secret-itself");
  }

  private static CatalogServerOptions parse(String... arguments) throws IOException {
    CommandLine line = commandLine();
    line.parseArgs(ConfigurationFile.expand(arguments));
    CatalogCommand command = line.getCommand();
    return command.serverOptions();
  }

  private static CommandLine commandLine() {
    return CatalogCommand.commandLine(
        new EnvironmentReferences(Map.of("LAKE_SECRET", "from the $environment")));
  }
}
