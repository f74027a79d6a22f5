/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.avro;

import org.apache.avro.Schema;

/**
 * Where values of a schema stand: a field, a list's element, a map's value.
 *
 * @param schema the schema there, which may be a union
 * @param shape what its values are in a table, null apart
 * @param optional whether null is among them
 */
record Place(Schema schema, Shape shape, boolean optional) {}
