/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.store;

/** What a name in a namespace can stand for. Tables and views share one space of names. */
public enum TabularKind {
  TABLE("Table"),
  VIEW("View");

  private final String noun;

  TabularKind(String noun) {
    this.noun = noun;
  }

  /** The word for it at the start of a sentence. */
  public String noun() {
    return noun;
  }
}
