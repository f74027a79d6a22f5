/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.deadletter;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the bytes of a dead letter's key or value are. */
public enum PayloadEncoding {
  /** The bytes that Kafka had. */
  BYTES,
  /** The UTF-8 of a text, whose own bytes were gone. */
  TEXT,
  /** JSON of data without a schema, whose own bytes were gone. */
  JSON,
  /** JSON of data that had a schema, which it does not tell. */
  TYPED_JSON,
  /** For people only: data that not even JSON can hold, as its class prints it. */
  PRINTED;

  /** As the column holds it. */
  public String columnValue() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The encoding of a column's value; empty for one that this version does not know. */
  public static Optional<PayloadEncoding> of(String columnValue) {
    return Arrays.stream(values())
        .filter(encoding -> encoding.columnValue().equals(columnValue))
        .findFirst();
  }
}
