/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Records as JSON with a JSON Schema from a registry, as Confluent's serializers write them.
 *
 * <p>{@link io.tidewater.format.jsonschema.JsonSchemaFormat} finds a record's schema by the id in
 * its first bytes. Its shape ({@link io.tidewater.format.jsonschema.shape}) is at once the type
 * that a table needs and the plan by which the bytes are read: token by token, each member straight
 * into its column. What the schema leaves open is kept, not dropped: members that it does not
 * declare stand together in a column {@code _extra} beside those that it does.
 */
@NullMarked
package io.tidewater.format.jsonschema;

import org.jspecify.annotations.NullMarked;
