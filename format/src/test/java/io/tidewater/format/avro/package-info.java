/* SPDX-License-Identifier: Apache-2.0 */
/** Tests of records from Avro bytes; the bytes are written by the Avro library. */
@NullMarked
package io.tidewater.format.avro;

import org.jspecify.annotations.NullMarked;
