/* SPDX-License-Identifier: Apache-2.0 */
/**
 * A small JSON client for the administrative interfaces of the servers, on the JDK's own client.
 */
@NullMarked
package io.tidewater.testing.http;

import org.jspecify.annotations.NullMarked;
