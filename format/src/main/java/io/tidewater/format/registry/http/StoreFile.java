/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.registry.http;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * A file with certificates, or with a certificate and its key.
 *
 * @param type how it is written
 * @param location the file
 * @param password the store's password, if it has one; of PEM the password of the key
 * @param keyPassword the key's own password, if it differs from the store's
 */
public record StoreFile(
    Type type, Path location, Optional<Secret> password, Optional<Secret> keyPassword) {
  /** How a store is written. */
  public enum Type {
    JKS,
    PKCS12,
    /** Certificates as text, and for a key its PKCS #8 form, encrypted or not. */
    PEM
  }

  public StoreFile {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(location, "location");
    Objects.requireNonNull(password, "password");
    Objects.requireNonNull(keyPassword, "keyPassword");
  }
}
