/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.registry.http;

import io.tidewater.format.registry.http.Credentials.Basic;
import io.tidewater.format.registry.http.Credentials.Bearer;
import io.tidewater.format.registry.http.Credentials.ClientCredentials;
import io.tidewater.format.registry.http.Credentials.None;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Reads how to be let in, which may stand in several places, and finds what contradicts itself. */
final class CredentialsReader {
  private final OptionsReader options;
  private final List<URI> urls;

  CredentialsReader(OptionsReader options) {
    this.options = options;
    this.urls =
        options.list(RegistryKey.URL).stream()
            .map(url -> OptionsReader.address(RegistryKey.URL, url))
            .toList();
  }

  Credentials read() {
    Credentials basic = basic();
    Credentials bearer = bearer();
    if (basic instanceof None) {
      return bearer;
    }
    if (!(bearer instanceof None)) {
      throw OptionsReader.invalid(
          RegistryKey.BASIC_SOURCE,
          "and " + RegistryKey.BEARER_SOURCE.key() + " exclude each other; set one of them");
    }
    return basic;
  }

  List<URI> urlsWithoutUser() {
    return urls.stream().map(CredentialsReader::withoutUser).toList();
  }

  private static URI withoutUser(URI url) {
    if (url.getRawUserInfo() == null) {
      return url;
    }
    try {
      return new URI(
          url.getScheme(), null, url.getHost(), url.getPort(), url.getPath(), url.getQuery(), null);
    } catch (URISyntaxException e) {
      throw OptionsReader.invalid(
          RegistryKey.URL, "is not an address such as https://user:password@host:port");
    }
  }

  private Credentials basic() {
    String source = options.text(RegistryKey.BASIC_SOURCE).toUpperCase(Locale.ROOT);
    List<String> users =
        urls.stream().map(URI::getRawUserInfo).filter(Objects::nonNull).distinct().toList();
    if (users.size() > 1) {
      throw OptionsReader.invalid(RegistryKey.URL, "has several users; they must be the same");
    }
    return switch (source) {
      case "" -> options.isSet(RegistryKey.BASIC_USER_INFO) ? fromUserInfo() : fromUrl(users);
      case "URL" -> fromUrl(users);
      case "USER_INFO" -> fromUserInfo();
      default ->
          throw OptionsReader.invalid(
              RegistryKey.BASIC_SOURCE, "should be USER_INFO or URL, not " + source);
    };
  }

  private static Credentials fromUrl(List<String> users) {
    if (users.isEmpty()) {
      return new None();
    }
    return userAndPassword(RegistryKey.URL, decoded(users.get(0)));
  }

  private static String decoded(String user) {
    return URLDecoder.decode(user.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private Credentials fromUserInfo() {
    return userAndPassword(
        RegistryKey.BASIC_USER_INFO, required(RegistryKey.BASIC_USER_INFO).reveal());
  }

  private static Credentials userAndPassword(RegistryKey key, String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw OptionsReader.invalid(key, "should have user and password with a colon between them");
    }
    return new Basic(text.substring(0, colon), new Secret(text.substring(colon + 1)));
  }

  private Credentials bearer() {
    String source = options.text(RegistryKey.BEARER_SOURCE).toUpperCase(Locale.ROOT);
    return switch (source) {
      case "" -> bearerByWhatIsSet();
      case "STATIC_TOKEN" -> new Bearer(required(RegistryKey.BEARER_TOKEN));
      case "OAUTHBEARER" -> clientCredentials();
      default ->
          throw OptionsReader.invalid(
              RegistryKey.BEARER_SOURCE, "should be STATIC_TOKEN or OAUTHBEARER, not " + source);
    };
  }

  private Credentials bearerByWhatIsSet() {
    if (options.isSet(RegistryKey.TOKEN_ENDPOINT)) {
      return clientCredentials();
    }
    return options.isSet(RegistryKey.BEARER_TOKEN)
        ? new Bearer(required(RegistryKey.BEARER_TOKEN))
        : new None();
  }

  private Credentials clientCredentials() {
    return new ClientCredentials(
        OptionsReader.address(
            RegistryKey.TOKEN_ENDPOINT, required(RegistryKey.TOKEN_ENDPOINT).reveal()),
        required(RegistryKey.CLIENT_ID).reveal(),
        required(RegistryKey.CLIENT_SECRET),
        options.text(RegistryKey.SCOPE));
  }

  private Secret required(RegistryKey key) {
    return options
        .secret(key)
        .orElseThrow(() -> OptionsReader.invalid(key, "is missing; it is needed to be let in"));
  }
}
