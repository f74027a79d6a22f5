/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.registry;

/**
 * What a schema is asked for by. The subject is a part of it, and not only its context: a registry
 * that does not find an id in the default context looks in those that have the subject.
 */
record SchemaKey(int id, String subject) {}
