/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.record;

import org.jspecify.annotations.Nullable;

/**
 * A record's value and its schema.
 *
 * @param content what the schema's converters take
 */
public record RecordValue(ValueSchema schema, @Nullable Object content) {}
