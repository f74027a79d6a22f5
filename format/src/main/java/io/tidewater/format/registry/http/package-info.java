/* SPDX-License-Identifier: Apache-2.0 */
/**
 * A client of the Confluent Schema Registry API, for any server that speaks it.
 *
 * <p>{@link io.tidewater.format.registry.http.RegistryOptions} says where the registry is and how
 * to be let in; {@link io.tidewater.format.registry.http.RegistryKey} lists the keys that users
 * write them with. {@link io.tidewater.format.registry.http.HttpSchemaRegistry} asks: one request
 * is an exchange with a deadline and a size limit, a failed one is tried again at the next address
 * and after a pause, and the answer is read strictly. No secret is ever part of a message.
 */
@NullMarked
package io.tidewater.format.registry.http;

import org.jspecify.annotations.NullMarked;
