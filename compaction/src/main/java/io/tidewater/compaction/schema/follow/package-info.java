/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Lets tables follow the schema registry ahead of the data, by the rules of {@code format}, which
 * are those of the sink. {@link io.tidewater.compaction.schema.follow.RegistryFollower} finds the
 * versions that a table has not seen, and first of all whether it is configured as the table's sink
 * is: the schema that the table followed last must ask for nothing any more.
 */
@NullMarked
package io.tidewater.compaction.schema.follow;

import org.jspecify.annotations.NullMarked;
