/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.pipeline;

import io.tidewater.connector.commit.Committer;
import io.tidewater.connector.write.RecordRows;
import io.tidewater.connector.write.TableFiles;

/**
 * A table that is being written.
 *
 * @param uuid the table's UUID
 * @param committer for the thread that commits
 * @param rows for the task's thread
 * @param files for the task's thread
 */
record OpenTable(String uuid, Committer committer, RecordRows rows, TableFiles files) {}
