/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.registry.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Self-signed certificates, made by the JDK's keytool, in every form that stores come in. */
record TestCertificates(Path folder, String name) {
  static final String PASSWORD = "changeit";

  /** Makes a key and a certificate for a host. */
  static TestCertificates make(Path folder, String name, String host) throws Exception {
    TestCertificates made = new TestCertificates(folder, name);
    keytool(
        List.of(
            "-genkeypair",
            "-alias",
            "key",
            "-keyalg",
            "EC",
            "-dname",
            "CN=" + name,
            "-ext",
            "SAN=" + host,
            "-validity",
            "2",
            "-storetype",
            "PKCS12",
            "-keystore",
            made.keys().toString()));
    return made;
  }

  /** Certificate and key, PKCS12. */
  Path keys() {
    return folder.resolve(name + ".p12");
  }

  /** The certificate alone, JKS. */
  Path trustJks() throws Exception {
    Path pem = certificatePem();
    Path store = folder.resolve(name + ".jks");
    keytool(
        List.of(
            "-importcert",
            "-noprompt",
            "-alias",
            "trusted",
            "-file",
            pem.toString(),
            "-storetype",
            "JKS",
            "-keystore",
            store.toString()));
    return store;
  }

  /** The certificate alone, PEM. */
  Path certificatePem() throws Exception {
    Path pem = folder.resolve(name + ".crt");
    return Files.writeString(pem, block("CERTIFICATE", load().getCertificate("key").getEncoded()));
  }

  /** Certificate and key, PEM. */
  Path keysPem() throws Exception {
    KeyStore store = load();
    return Files.writeString(
        folder.resolve(name + ".pem"),
        block("CERTIFICATE", store.getCertificate("key").getEncoded())
            + block("PRIVATE KEY", store.getKey("key", PASSWORD.toCharArray()).getEncoded()));
  }

  /** What a server with these keys speaks TLS with, which trusts clients with the others. */
  SSLContext server(TestCertificates clients) throws Exception {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(load(), PASSWORD.toCharArray());
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("client", clients.load().getCertificate("key"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  private KeyStore load() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream bytes = Files.newInputStream(keys())) {
      store.load(bytes, PASSWORD.toCharArray());
    }
    return store;
  }

  private static String block(String label, byte[] bytes) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(label, Base64.getMimeEncoder().encodeToString(bytes), label);
  }

  private static void keytool(List<String> arguments) throws Exception {
    Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    List<String> command = new ArrayList<>(List.of(keytool.toString()));
    command.addAll(arguments);
    command.addAll(List.of("-storepass", PASSWORD));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(output);
    }
  }
}
