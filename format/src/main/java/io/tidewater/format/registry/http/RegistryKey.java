/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.registry.http;

import java.util.Arrays;
import java.util.Optional;

/**
 * The keys that a registry's options are written with: the names that Confluent's client has for
 * them, where it has one. This is their one definition; option pages are generated from it.
 */
public enum RegistryKey {
  URL(
      "url",
      "",
      Kind.LIST,
      "Addresses of the registry, with commas between them: servers of the same registry, the next"
          + " of which is asked if one fails."),
  CONTEXT(
      "context",
      "",
      Kind.TEXT,
      "The registry's context that schemas are in, such as .lab. Unset: the default context."),
  BASIC_SOURCE(
      "basic.auth.credentials.source",
      "",
      Kind.TEXT,
      "Where user and password are: USER_INFO, in basic.auth.user.info, or URL, in front of the"
          + " host of the address. Unset: where they are found."),
  BASIC_USER_INFO(
      "basic.auth.user.info", "", Kind.SECRET, "User and password, with a colon between them."),
  BEARER_SOURCE(
      "bearer.auth.credentials.source",
      "",
      Kind.TEXT,
      "Where the bearer token is from: STATIC_TOKEN, bearer.auth.token, or OAUTHBEARER, an OAuth2"
          + " token endpoint, with the client credentials grant. Unset: by what else is set."),
  BEARER_TOKEN("bearer.auth.token", "", Kind.SECRET, "The bearer token."),
  TOKEN_ENDPOINT(
      "bearer.auth.issuer.endpoint.url", "", Kind.TEXT, "The address of the token endpoint."),
  CLIENT_ID("bearer.auth.client.id", "", Kind.TEXT, "The client's id for the token endpoint."),
  CLIENT_SECRET(
      "bearer.auth.client.secret", "", Kind.SECRET, "The client's secret for the token endpoint."),
  SCOPE(
      "bearer.auth.scope",
      "",
      Kind.TEXT,
      "The scopes to ask the token endpoint for, with blanks between them."),
  LOGICAL_CLUSTER(
      "bearer.auth.logical.cluster",
      "",
      Kind.TEXT,
      "The registry's id in Confluent Cloud, such as lsrc-12345, for bearer tokens."),
  IDENTITY_POOL(
      "bearer.auth.identity.pool.id",
      "",
      Kind.TEXT,
      "The identity pool in Confluent Cloud, such as pool-1234, for bearer tokens."),
  TRUSTSTORE_LOCATION(
      "ssl.truststore.location",
      "",
      Kind.TEXT,
      "A file with the certificates to trust. Unset: those that the JDK trusts."),
  TRUSTSTORE_PASSWORD(
      "ssl.truststore.password", "", Kind.SECRET, "The password of that file, if it has one."),
  TRUSTSTORE_TYPE("ssl.truststore.type", "JKS", Kind.TEXT, "How it is written: JKS, PKCS12, PEM."),
  KEYSTORE_LOCATION(
      "ssl.keystore.location",
      "",
      Kind.TEXT,
      "A file with the client's certificate and key, for registries that ask for one."),
  KEYSTORE_PASSWORD(
      "ssl.keystore.password", "", Kind.SECRET, "The password of that file, if it has one."),
  KEYSTORE_TYPE("ssl.keystore.type", "JKS", Kind.TEXT, "How it is written: JKS, PKCS12, PEM."),
  KEY_PASSWORD(
      "ssl.key.password", "", Kind.SECRET, "The key's own password, if the file's is not it."),
  HOST_NAMES(
      "ssl.endpoint.identification.algorithm",
      "https",
      Kind.TEXT,
      "https: a certificate must be for the name of the host; empty: any trusted one will do, which"
          + " lets anybody who has one read the credentials."),
  HEADER("request.header.", "", Kind.PREFIX, "A header that every request carries, by its name."),
  CONNECT_TIMEOUT(
      "http.connect.timeout.ms",
      "2000",
      Kind.NUMBER,
      "How long a connection may take, in milliseconds."),
  REQUEST_TIMEOUT(
      "http.read.timeout.ms",
      "5000",
      Kind.NUMBER,
      "How long a request may take, in milliseconds, up to the end of its answer."),
  RETRIES(
      "max.retries",
      "2",
      Kind.NUMBER,
      "How often all addresses are tried again after a failure that may pass: no connection, no"
          + " answer in time, status 429 or 5xx."),
  FIRST_PAUSE(
      "retries.wait.ms",
      "200",
      Kind.NUMBER,
      "The mean pause before the first retry, in milliseconds; it doubles with each."),
  LONGEST_PAUSE(
      "retries.max.wait.ms",
      "2000",
      Kind.NUMBER,
      "The longest pause between retries, in milliseconds.");

  /** What a key's value is. */
  public enum Kind {
    TEXT,
    /** Texts with commas between them. */
    LIST,
    /** Milliseconds, or a count: 0 or more. */
    NUMBER,
    /** Not to be shown. */
    SECRET,
    /** Not a key but the beginning of many, whose values are texts, and secret. */
    PREFIX
  }

  private final String key;
  private final String fallback;
  private final Kind kind;
  private final String meaning;

  RegistryKey(String key, String fallback, Kind kind, String meaning) {
    this.key = key;
    this.fallback = fallback;
    this.kind = kind;
    this.meaning = meaning;
  }

  /** The key that stands for an option, or the option of a key's prefix. */
  static Optional<RegistryKey> of(String key) {
    return Arrays.stream(values())
        .filter(
            known ->
                known.kind == Kind.PREFIX
                    ? key.startsWith(known.key) && key.length() > known.key.length()
                    : key.equals(known.key))
        .findFirst();
  }

  /** As users write it. */
  public String key() {
    return key;
  }

  /** Its value where none is set; empty if there is none. */
  public String fallback() {
    return fallback;
  }

  public Kind kind() {
    return kind;
  }

  /** What it means, in one or two sentences. */
  public String meaning() {
    return meaning;
  }
}
