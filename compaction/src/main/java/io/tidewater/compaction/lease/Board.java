/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.lease;

import java.util.Collection;
import java.util.Map;

/**
 * Where members leave their signs, by their ids. Each writes only its own; a sign that gets lost
 * once in a while, because the catalog mixed two writes up, does no harm.
 */
public interface Board {
  /** The signs of all members. */
  Map<String, String> read();

  void write(String member, String sign);

  void remove(Collection<String> members);
}
