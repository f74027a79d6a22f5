/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The store in a SQL database: the only place that knows {@code java.sql}.
 *
 * <p>{@link io.tidewater.catalog.store.jdbc.JdbcCatalogStore} opens a transaction for each call of
 * the port and lets the classes named after the tables of the schema ({@code NamespaceRows}, {@code
 * TabularRows}, {@code PurgeRows}) work in it. Their SQL is what SQLite and PostgreSQL both
 * understand; every condition stands inside the statement that changes something ({@code INSERT …
 * SELECT … ON CONFLICT DO NOTHING}, {@code UPDATE … WHERE metadata_location = ?}), so that it also
 * holds where transactions run side by side. What differs between databases is a {@code Dialect}:
 * how connections are pooled and which migrations build the schema.
 */
@NullMarked
package io.tidewater.catalog.store.jdbc;

import org.jspecify.annotations.NullMarked;
