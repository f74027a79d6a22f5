/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.registry.http;

import java.util.Objects;
import java.util.Optional;

/**
 * What a TLS connection trusts and shows.
 *
 * @param trustStore the certificates to trust; the JDK's own where it is empty
 * @param keyStore the certificate to show, with its key, for servers that ask for one
 * @param hostNames whether a certificate must be for the name of the host
 */
public record TlsOptions(
    Optional<StoreFile> trustStore, Optional<StoreFile> keyStore, HostNames hostNames) {
  /** Trusts what the JDK trusts, shows nothing, and checks the host's name. */
  public static final TlsOptions DEFAULTS =
      new TlsOptions(Optional.empty(), Optional.empty(), HostNames.VERIFIED);

  /** Whether a certificate must be for the name of the host. */
  public enum HostNames {
    /** It must be: the only safe choice. */
    VERIFIED,
    /** Any trusted certificate will do, whoever it is for. */
    IGNORED
  }

  public TlsOptions {
    Objects.requireNonNull(trustStore, "trustStore");
    Objects.requireNonNull(keyStore, "keyStore");
    Objects.requireNonNull(hostNames, "hostNames");
  }
}
