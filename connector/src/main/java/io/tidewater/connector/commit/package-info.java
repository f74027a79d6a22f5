/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The commit protocol. A {@link io.tidewater.connector.commit.Unit} holds closed files and the
 * offsets that they came from; the {@link io.tidewater.connector.commit.Committer} lets the table's
 * ledger decide on it and carries the verdict out; a {@link io.tidewater.connector.commit.Cadence}
 * says when. Before a commit the {@link io.tidewater.connector.commit.SourceGuard} makes sure that
 * the topic is still the one that the records were read from.
 */
@NullMarked
package io.tidewater.connector.commit;

import org.jspecify.annotations.NullMarked;
