/* SPDX-License-Identifier: Apache-2.0 */
/** What Google's own library writes is what this one reads. */
@NullMarked
package io.tidewater.format.protobuf;

import org.jspecify.annotations.NullMarked;
