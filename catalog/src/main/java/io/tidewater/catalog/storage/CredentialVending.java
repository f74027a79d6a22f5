/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.storage;

/** Whether clients get credentials for the warehouse from the catalog. */
public enum CredentialVending {
  /** Clients bring their own. */
  NONE,
  /** Whoever loads a table is told the server's own static credentials: for tests and trials. */
  STATIC
}
