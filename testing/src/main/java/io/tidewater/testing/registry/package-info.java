/* SPDX-License-Identifier: Apache-2.0 */
/**
 * A schema registry and what producers need of it.
 *
 * <p>{@link io.tidewater.testing.registry.SchemaRegistryServer} runs Apicurio's registry, whose
 * second interface is Confluent's. {@link io.tidewater.testing.registry.RegistryClient} registers
 * schemas of any kind as a producer does, and {@link io.tidewater.testing.registry.WireFormat}
 * frames what is then written with them.
 */
@NullMarked
package io.tidewater.testing.registry;

import org.jspecify.annotations.NullMarked;
