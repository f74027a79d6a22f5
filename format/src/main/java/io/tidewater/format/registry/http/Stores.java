/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.registry.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;

/** Reads stores of certificates and keys from files. */
final class Stores {
  private Stores() {}

  /** The certificates to trust. */
  static KeyStore certificates(StoreFile file) {
    return read(
        file,
        RegistryKey.TRUSTSTORE_LOCATION,
        () -> file.type() == StoreFile.Type.PEM ? PemStore.certificates(file) : load(file));
  }

  /** A certificate and its key; the key opens with {@link #keyPassword}. */
  static KeyStore keys(StoreFile file) {
    return read(
        file,
        RegistryKey.KEYSTORE_LOCATION,
        () -> file.type() == StoreFile.Type.PEM ? PemStore.keys(file) : load(file));
  }

  /** What the key of a store opens with: its own password, or else the store's. */
  static char[] keyPassword(StoreFile file) {
    Optional<Secret> password =
        file.keyPassword().isPresent() ? file.keyPassword() : file.password();
    return password.map(secret -> secret.reveal().toCharArray()).orElse(new char[0]);
  }

  private interface Loading {
    KeyStore run() throws IOException, GeneralSecurityException;
  }

  private static KeyStore read(StoreFile file, RegistryKey key, Loading loading) {
    try {
      return loading.run();
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalArgumentException(
          key.key()
              + " "
              + file.location()
              + " cannot be read as "
              + file.type()
              + " ("
              + e.getClass().getSimpleName()
              + ": "
              + e.getMessage()
              + "); check file, type and password",
          e);
    }
  }

  private static KeyStore load(StoreFile file) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(file.type().name());
    char[] password = file.password().map(secret -> secret.reveal().toCharArray()).orElse(null);
    try (InputStream bytes = Files.newInputStream(file.location())) {
      store.load(bytes, password);
    }
    return store;
  }
}
