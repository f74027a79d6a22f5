/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.jsonschema.shape;

/** The kinds of values without children that schemas tell apart. */
public enum ScalarKind {
  BOOLEAN,
  /** A whole number that Connect wrote from 32 bits or fewer. */
  INT32,
  INTEGER,
  /** A whole number whose declared bounds are beyond 64 bits. */
  BIG_INTEGER,
  /** A number that Connect wrote from 32 bits. */
  FLOAT32,
  NUMBER,
  STRING,
  DATE,
  TIME,
  DATE_TIME,
  UUID,
  BASE64,
  BASE64_URL,
  BASE16,
  /** Connect's decimal: a number, or the bytes of its unscaled value in Base64. */
  CONNECT_DECIMAL,
  EPOCH_DAYS,
  TIME_MILLIS,
  TIME_MICROS,
  TIME_NANOS,
  /** An instant. */
  INSTANT_MILLIS,
  /** A wall clock reading, as the two that follow. */
  LOCAL_MILLIS,
  LOCAL_MICROS,
  LOCAL_NANOS,
  /** Scalars of several kinds. */
  MIXED
}
