/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.formats;

import java.util.List;

/**
 * A field of one type of a format, with a value.
 *
 * @param declaration the field as the format's schemas declare it
 * @param value its value as the format's payloads have it
 * @param probes what engines must say of it
 * @param places what they must find in its parts without a known shape
 */
record TypeSample(String declaration, Payload value, List<Probe> probes, List<Probe.Place> places) {
  static TypeSample of(String declaration, byte[] value, Probe... probes) {
    return new TypeSample(declaration, new Payload().raw(value), List.of(probes), List.of());
  }

  /** One whose column has no shape that the schema tells. */
  static TypeSample shapeless(String declaration, byte[] value, Probe.Place... places) {
    return new TypeSample(declaration, new Payload().raw(value), List.of(), List.of(places));
  }
}
