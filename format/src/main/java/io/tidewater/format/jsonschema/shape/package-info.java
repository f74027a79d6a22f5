/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What a JSON Schema says of types, and nothing else of it.
 *
 * <p>A schema of JSON Schema is a predicate; a table needs types. {@link
 * io.tidewater.format.jsonschema.shape.ShapeReader} follows references, joins {@code allOf}, sets
 * alternatives apart, and leaves a tree of {@link io.tidewater.format.jsonschema.shape.Shape}s,
 * which no longer refers to anything: a schema that contains itself is cut. Bounds, patterns and
 * the like are the producer's business and are passed over. Drafts 4, 6, 7, 2019-09 and 2020-12 are
 * read alike, since they differ in no keyword that means one thing in one and another in the next.
 */
@NullMarked
package io.tidewater.format.jsonschema.shape;

import org.jspecify.annotations.NullMarked;
