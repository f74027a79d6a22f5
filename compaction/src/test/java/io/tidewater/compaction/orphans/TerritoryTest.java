/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.orphans;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.compaction.orphans.Neighbours.Known;
import io.tidewater.compaction.orphans.Neighbours.Neighbour;
import io.tidewater.compaction.orphans.OrphanOptions.Unreadable;
import io.tidewater.compaction.storage.SameStore;
import java.util.List;
import java.util.Optional;
import org.apache.iceberg.catalog.TableIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerritoryTest {
  private static final TableIdentifier ORDERS = TableIdentifier.of("shop", "orders");
  private static final TableIdentifier OTHER = TableIdentifier.of("shop", "other");
  private static final SameStore STORES = SameStore.of(List.of("s3a=s3", "s3n=s3"), List.of());

  private static Optional<String> dispute(String ours, String theirs) {
    return new Territory(ORDERS, "u1", List.of(ours), STORES)
        .dispute(
            new Known(
                List.of(
                    new Neighbour(ORDERS, "u1", List.of(ours)),
                    new Neighbour(OTHER, "u2", List.of(theirs))),
                List.of()),
            Unreadable.REFUSE);
  }

  @ParameterizedTest
  @CsvSource({
    "s3://b/wh/orders/, s3://b/wh/orders",
    "s3://b/wh/orders/, s3a://b/wh/orders",
    "s3://b/wh/, s3://b/wh/orders/",
    "s3://b/wh/orders/data/, s3://b/wh/orders/",
    "s3://b/wh/orders, s3://b/wh//orders/x",
    "hdfs://nn1/wh/orders, hdfs://cluster/wh/orders",
    "hdfs://nn1/wh/orders, /wh/orders/more",
    "file:/wh/orders, file:///wh/orders",
    "s3://b/, s3://b/wh/orders",
  })
  void refusesFoldersThatMayBeShared(String ours, String theirs) {
    assertThat(dispute(ours, theirs)).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "s3://b/wh/orders/, s3://b/wh/orders_archive/",
    "s3://b/wh/orders/, s3://c/wh/orders/",
    "hdfs://nn1/wh/orders, hdfs://nn1/wh/others",
  })
  void acceptsFoldersThatAreApart(String ours, String theirs) {
    assertThat(dispute(ours, theirs)).isEmpty();
  }

  @Test
  void refusesATableThatIsRegisteredTwice() {
    Known known =
        new Known(List.of(new Neighbour(OTHER, "u1", List.of("s3://c/elsewhere/"))), List.of());

    assertThat(
            new Territory(ORDERS, "u1", List.of("s3://b/wh/orders/"), STORES)
                .dispute(known, Unreadable.REFUSE))
        .hasValueSatisfying(reason -> assertThat(reason).contains("shop.other", "another name"));
  }

  @Test
  void refusesWhereANeighbourCannotBeAsked() {
    Known known = new Known(List.of(), List.of(OTHER));
    Territory territory = new Territory(ORDERS, "u1", List.of("s3://b/wh/orders/"), STORES);

    assertThat(territory.dispute(known, Unreadable.REFUSE)).isPresent();
    assertThat(territory.dispute(known, Unreadable.IGNORE)).isEmpty();
    assertThat(territory.dispute(new Known(List.of(), List.of(ORDERS)), Unreadable.REFUSE))
        .isEmpty();
  }
}
