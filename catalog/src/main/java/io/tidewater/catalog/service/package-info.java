/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What the catalog does, apart from how it is asked and where it remembers.
 *
 * <p>The life of a commit: {@code CommitPreparation} reads the pointer from the store and the
 * metadata behind it from the cache, checks the requirements, applies the updates ({@code
 * TabularModel} knows how, for tables and for views) and writes the new metadata file. {@code
 * Commits} then hands the move of the pointer to {@code Pointers}, which asks the store for a
 * compare-and-swap. If another commit was faster, all of it is done again on the new base: what
 * does not conflict succeeds, what does is answered as a failed requirement. Commits of one table
 * queue up in {@code CommitQueue} rather than race. A transaction over many tables prepares each in
 * the same way and moves all pointers at once.
 *
 * <p>Expected failures are Iceberg's exceptions; a caller that sees {@link
 * org.apache.iceberg.exceptions.CommitStateUnknownException} has to look, all others mean that
 * nothing changed.
 */
@NullMarked
package io.tidewater.catalog.service;

import org.jspecify.annotations.NullMarked;
