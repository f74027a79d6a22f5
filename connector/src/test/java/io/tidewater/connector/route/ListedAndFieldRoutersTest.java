/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.route;

import static io.tidewater.connector.route.Records.UNTYPED;
import static io.tidewater.connector.route.Records.ofTopic;
import static io.tidewater.connector.route.Records.table;
import static io.tidewater.connector.route.Records.withValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewater.connector.route.NameRules.Dashes;
import io.tidewater.connector.route.NameRules.LetterCase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;

class ListedAndFieldRoutersTest {
  private static final SourceTopics ONE = SourceTopics.listed(new TreeSet<>(Set.of("orders")));
  private static final SourceTopics TWO = SourceTopics.listed(new TreeSet<>(Set.of("a", "b")));
  private static final SourceTopics ANY = SourceTopics.matching(Pattern.compile(".*"));
  private static final NameRules RULES =
      new NameRules(Dashes.REPLACE, LetterCase.LOWER, Namespace.of("default"));

  @Test
  void sendsEveryRecordToEveryListedTable() {
    FixedRouter router = new FixedRouter(List.of(table("db.a"), table("db.b")), ONE);

    assertThat(router.route(ofTopic("x"), UNTYPED).tables())
        .containsExactly(table("db.a"), table("db.b"));
    assertThat(router.route(withValue(null), UNTYPED).tables()).hasSize(2);
    assertThat(router.tablesOf("x")).contains(Set.of(table("db.a"), table("db.b")));
  }

  @Test
  void sharesAListedTableUnlessThereIsOneTopic() {
    TableIdentifier table = table("db.a");

    assertThat(new FixedRouter(List.of(table), ONE).isShared(table)).isFalse();
    assertThat(new FixedRouter(List.of(table), TWO).isShared(table)).isTrue();
    assertThat(new FixedRouter(List.of(table), ANY).isShared(table)).isTrue();
    assertThat(new DynamicRouter(FieldPath.parse("t"), RULES, TWO).isShared(table)).isTrue();
    assertThat(new PatternRouter(FieldPath.parse("t"), Map.of(), ONE).isShared(table)).isFalse();
  }

  @Test
  void refusesAListWithoutTables() {
    assertThatThrownBy(() -> new FixedRouter(List.of(), ONE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void sendsARecordToEveryTableWhoseRegexMatchesInFull() {
    Map<TableIdentifier, Pattern> patterns = new LinkedHashMap<>();
    patterns.put(table("db.eu"), Pattern.compile("eu-.*"));
    patterns.put(table("db.north"), Pattern.compile(".*-north"));
    PatternRouter router = new PatternRouter(FieldPath.parse("region"), patterns, ONE);

    assertThat(router.route(region("eu-north"), UNTYPED).tables())
        .containsExactly(table("db.eu"), table("db.north"));
    assertThat(router.route(region("us-north"), UNTYPED).tables())
        .containsExactly(table("db.north"));
    assertThat(router.tablesOf("orders")).contains(Set.of(table("db.eu"), table("db.north")));
  }

  @Test
  void saysWhyNoRegexTakesARecord() {
    PatternRouter router =
        new PatternRouter(
            FieldPath.parse("region"), Map.of(table("db.eu"), Pattern.compile("eu")), ONE);

    assertThat(router.route(region("eu-north"), UNTYPED))
        .isEqualTo(Route.nowhere("no table's route-regex matches 'eu-north' in field 'region'"));
    assertThat(router.route(withValue(null), UNTYPED))
        .isEqualTo(Route.nowhere("its value is null, so it has no field 'region'"));
  }

  @Test
  void sendsARecordToTheTableThatItNamesInLowerCase() {
    DynamicRouter router = new DynamicRouter(FieldPath.parse("region"), RULES, ONE);

    assertThat(router.route(region("Shop.Orders-EU"), UNTYPED).tables())
        .containsExactly(table("shop.orders-eu"));
    assertThat(router.route(region("Orders"), UNTYPED).tables())
        .containsExactly(table("default.orders"));
    assertThat(router.route(region("shop."), UNTYPED)).isInstanceOf(Route.Unrouted.class);
    assertThat(router.tablesOf("orders")).isEmpty();
  }

  private static SinkRecord region(String region) {
    return withValue(Map.of("region", region));
  }
}
