/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.registry.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Reads certificates and keys that are written as text (RFC 7468). */
final class PemStore {
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]+)-----END \\1-----");
  private static final String CERTIFICATE = "CERTIFICATE";
  private static final String KEY = "PRIVATE KEY";
  private static final String ENCRYPTED_KEY = "ENCRYPTED PRIVATE KEY";
  private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");

  private PemStore() {}

  static KeyStore certificates(StoreFile file) throws IOException, GeneralSecurityException {
    KeyStore store = empty();
    for (Certificate certificate : certificatesIn(text(file))) {
      store.setCertificateEntry("trusted-" + store.size(), certificate);
    }
    return store;
  }

  static KeyStore keys(StoreFile file) throws IOException, GeneralSecurityException {
    String text = text(file);
    KeyStore store = empty();
    store.setKeyEntry(
        "key",
        key(text, file),
        Stores.keyPassword(file),
        certificatesIn(text).toArray(new Certificate[0]));
    return store;
  }

  private static KeyStore empty() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  private static String text(StoreFile file) throws IOException {
    return Files.readString(file.location(), StandardCharsets.ISO_8859_1);
  }

  private static List<byte[]> blocks(String text, String label) throws IOException {
    List<byte[]> blocks = new ArrayList<>();
    Matcher block = BLOCK.matcher(text);
    while (block.find()) {
      if (block.group(1).equals(label)) {
        try {
          blocks.add(Base64.getMimeDecoder().decode(block.group(2).strip()));
        } catch (IllegalArgumentException e) {
          throw new IOException("a block " + label + " is not in base 64", e);
        }
      }
    }
    return blocks;
  }

  private static List<Certificate> certificatesIn(String text)
      throws IOException, GeneralSecurityException {
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    List<Certificate> certificates = new ArrayList<>();
    for (byte[] block : blocks(text, CERTIFICATE)) {
      certificates.add(factory.generateCertificate(new ByteArrayInputStream(block)));
    }
    if (certificates.isEmpty()) {
      throw new CertificateException("there is no BEGIN " + CERTIFICATE);
    }
    return certificates;
  }

  private static PrivateKey key(String text, StoreFile file)
      throws IOException, GeneralSecurityException {
    List<byte[]> plain = blocks(text, KEY);
    if (!plain.isEmpty()) {
      return key(new PKCS8EncodedKeySpec(plain.get(0)));
    }
    List<byte[]> encrypted = blocks(text, ENCRYPTED_KEY);
    if (!encrypted.isEmpty()) {
      return key(decrypted(encrypted.get(0), Stores.keyPassword(file)));
    }
    throw new InvalidKeySpecException(
        "there is no BEGIN " + KEY + "; openssl pkcs8 -topk8 makes one of other forms");
  }

  private static PKCS8EncodedKeySpec decrypted(byte[] block, char[] password)
      throws IOException, GeneralSecurityException {
    EncryptedPrivateKeyInfo encrypted = new EncryptedPrivateKeyInfo(block);
    String algorithm =
        encrypted.getAlgParameters() == null
            ? encrypted.getAlgName()
            : encrypted.getAlgParameters().toString();
    Cipher cipher = Cipher.getInstance(algorithm);
    cipher.init(
        Cipher.DECRYPT_MODE,
        SecretKeyFactory.getInstance(algorithm).generateSecret(new PBEKeySpec(password)),
        encrypted.getAlgParameters());
    return encrypted.getKeySpec(cipher);
  }

  private static PrivateKey key(PKCS8EncodedKeySpec spec) throws GeneralSecurityException {
    for (String algorithm : ALGORITHMS) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(spec);
      } catch (InvalidKeySpecException e) {
        // It is a key of another algorithm.
      }
    }
    throw new InvalidKeySpecException("the key is none of " + ALGORITHMS);
  }
}
