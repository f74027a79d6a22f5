/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.quickstart;

import java.util.List;

/** What to try next. */
final class Hints {
  static final List<String> AFTERWARDS =
      List.of(
          "Try next:",
          "  bin/tidewater quickstart --keep   keeps all of it up, for queries of your own",
          "  examples/quickstart/README.md     the same files, for your own cluster");

  static final List<String> WHILE_UP =
      List.of(
          "It stays up until Ctrl-C. Try next, in another shell:",
          "  bin/tidewater sql \"select * from shop.orders order by placed_at desc limit 5\"",
          "  bin/tidewater sql \"select committed_at, operation from shop.orders.snapshots\"",
          "  bin/tidewater verify",
          "  examples/quickstart/README.md     the same files, for your own cluster");

  private Hints() {}
}
