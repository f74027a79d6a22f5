/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Writes manifests anew: fewer, and clustered by partition, so that planning a query opens few of
 * them. Manifests of deletes too, which the library's own rewriting leaves out.
 *
 * <p>{@link io.tidewater.compaction.manifests.ManifestChoice} decides, from the sizes and partition
 * ranges that the manifest list tells. Entries keep all that they are: the snapshot that added
 * them, their sequence numbers, and of format 3 the first row id. The commit yields: when a writer
 * has merged one of the manifests meanwhile, the work is given up, and the next look plans anew.
 * Manifests that are young are left to the writer.
 */
@NullMarked
package io.tidewater.compaction.manifests;

import org.jspecify.annotations.NullMarked;
