/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.registry.http;

import io.tidewater.format.registry.http.TlsOptions.HostNames;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Builds what TLS connections are made with. */
final class TlsContexts {
  private TlsContexts() {}

  /**
   * A context that trusts and shows what the options say.
   *
   * @throws IllegalArgumentException if a store cannot be read; the message says which and why
   */
  static SSLContext of(TlsOptions options) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys(options), trust(options), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("the ssl.* options cannot be used: " + e.getMessage(), e);
    }
  }

  private static KeyManager @Nullable [] keys(TlsOptions options) throws GeneralSecurityException {
    if (options.keyStore().isEmpty()) {
      return null;
    }
    StoreFile file = options.keyStore().get();
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(Stores.keys(file), Stores.keyPassword(file));
    return factory.getKeyManagers();
  }

  private static TrustManager[] trust(TlsOptions options) throws GeneralSecurityException {
    KeyStore trusted =
        options.trustStore().isPresent() ? Stores.certificates(options.trustStore().get()) : null;
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(trusted);
    TrustManager[] managers = factory.getTrustManagers();
    if (options.hostNames() == HostNames.IGNORED) {
      for (int index = 0; index < managers.length; index++) {
        if (managers[index] instanceof X509ExtendedTrustManager manager) {
          managers[index] = new AnyHostTrust(manager);
        }
      }
    }
    return managers;
  }
}
