/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What the catalog remembers: namespaces with their properties, and for each table and view the one
 * pointer that matters, the location of its current metadata file.
 *
 * <p>{@link io.tidewater.catalog.store.CatalogStore} is the port: records go in and come out, and a
 * commit is a compare-and-swap of pointers in one transaction. Nothing here knows a database.
 * Expected failures speak Iceberg's own exceptions, since those are the words of the field and each
 * already says what the caller may do; the two of this package say whether a failed call may have
 * taken effect.
 */
@NullMarked
package io.tidewater.catalog.store;

import org.jspecify.annotations.NullMarked;
