/* SPDX-License-Identifier: Apache-2.0 */
/**
 * An object store that speaks the S3 API and checks signatures: {@link
 * io.tidewater.testing.s3.S3Server} runs S3Proxy on local files, {@link
 * io.tidewater.testing.s3.S3Access} is what a client needs to reach it.
 */
@NullMarked
package io.tidewater.testing.s3;

import org.jspecify.annotations.NullMarked;
