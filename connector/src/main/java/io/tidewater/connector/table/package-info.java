/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Tables as the catalog has them: {@link io.tidewater.connector.table.Tables} loads them, creates
 * the missing ones and lets their schemas follow the records.
 */
@NullMarked
package io.tidewater.connector.table;

import org.jspecify.annotations.NullMarked;
