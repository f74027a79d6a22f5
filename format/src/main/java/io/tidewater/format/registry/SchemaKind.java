/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.registry;

/** The languages in which a registry's schemas are written. */
public enum SchemaKind {
  AVRO,
  PROTOBUF,
  JSON
}
