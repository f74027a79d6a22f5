/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.pipeline;

import io.tidewater.connector.config.TableSettings;
import java.util.Optional;
import org.apache.iceberg.catalog.TableIdentifier;

/**
 * A table that records are routed to.
 *
 * @param settings what the configuration says of it
 * @param soleTopic the topic that feeds it; empty where several may, whose rows then name theirs
 */
public record TableTarget(
    TableIdentifier identifier, TableSettings settings, Optional<String> soleTopic) {}
