/* SPDX-License-Identifier: Apache-2.0 */
/** Tests of records with a JSON Schema. */
@NullMarked
package io.tidewater.format.jsonschema;

import org.jspecify.annotations.NullMarked;
