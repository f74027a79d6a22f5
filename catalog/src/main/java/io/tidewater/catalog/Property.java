/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A setting as the command line has it. It may be a secret, so no message ever holds it.
 *
 * @param key its name
 * @param value its value, references to the environment unresolved
 */
record Property(String key, String value) {
  @Override
  public String toString() {
    return key + "=…";
  }

  /** Reads {@code KEY=VALUE}. */
  static final class Converter implements ITypeConverter<Property> {
    @Override
    public Property convert(String text) {
      int equals = text.indexOf('=');
      if (equals <= 0) {
        throw new TypeConversionException("is no KEY=VALUE");
      }
      return new Property(text.substring(0, equals).strip(), text.substring(equals + 1).strip());
    }
  }
}
