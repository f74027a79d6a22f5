/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.observe;

/**
 * The deletes of a partition.
 *
 * @param vectors deletion vectors
 * @param positionFiles files of position deletes
 * @param positionRows rows that vectors and position deletes of single data files take out
 * @param equalityFiles files of equality deletes
 * @param equalityRows keys in them
 * @param equalityBytes their size
 */
public record DeleteFacts(
    long vectors,
    long positionFiles,
    long positionRows,
    long equalityFiles,
    long equalityRows,
    long equalityBytes) {
  public static final DeleteFacts NONE = new DeleteFacts(0, 0, 0, 0, 0, 0);

  public DeleteFacts plus(DeleteFacts other) {
    return new DeleteFacts(
        vectors + other.vectors,
        positionFiles + other.positionFiles,
        positionRows + other.positionRows,
        equalityFiles + other.equalityFiles,
        equalityRows + other.equalityRows,
        equalityBytes + other.equalityBytes);
  }
}
