/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.avro;

import java.util.List;

/** Reads a union: the number of a branch, then what that branch is. */
final class UnionDecoder implements Decoder {
  private final Decoder[] branches;

  UnionDecoder(List<Decoder> branches) {
    this.branches = branches.toArray(Decoder[]::new);
  }

  @Override
  public void read(AvroInput input) {
    branches[input.readIndex(branches.length, "the branch of a union")].read(input);
  }
}
