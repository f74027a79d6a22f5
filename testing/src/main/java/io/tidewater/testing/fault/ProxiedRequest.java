/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.fault;

import java.util.OptionalInt;

/**
 * A request that has been dealt with.
 *
 * @param serverStatus what the server answered, whether or not the client got to know; empty if the
 *     server never got the request
 */
public record ProxiedRequest(RequestLine request, Fault fault, OptionalInt serverStatus) {}
