/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.deadletter;

import io.tidewater.connector.commit.Committer;
import io.tidewater.connector.write.TableFiles;
import org.apache.iceberg.Schema;

/** A dead-letter table that is being written. */
record OpenDeadLetters(
    String uuid, Schema schema, TableFiles files, DeadLetterRows rows, Committer committer) {
  void write(DeadLetter letter) {
    files.write(rows.rowOf(letter, schema));
  }
}
