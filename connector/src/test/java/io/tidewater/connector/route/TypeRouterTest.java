/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.route;

import static io.tidewater.connector.route.Records.UNTYPED;
import static io.tidewater.connector.route.Records.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.connector.route.NameRules.Dashes;
import io.tidewater.connector.route.NameRules.LetterCase;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.apache.iceberg.catalog.Namespace;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeRouterTest {
  private static final String BY_BOTH = "lake.${topic.name}_${record.name}";
  private static final SourceTopics ANY = SourceTopics.matching(Pattern.compile(".*"));
  private static final SourceTopics ONE = SourceTopics.listed(new TreeSet<>(Set.of("shop.orders")));
  private static final NameRules RULES =
      new NameRules(Dashes.REPLACE, LetterCase.LOWER, Namespace.of("default"));
  private static final TopicOverride AUDIT =
      TopicOverride.of(Pattern.compile("audit\\.(.*)"), "audits.${1}");

  @ParameterizedTest
  @CsvSource({
    "lake.${topic.name}_${record.name}, shop.orders, acme.shop.Placed, lake.orders_placed",
    "lake.${topic.name}_${record.name}, shop.orders, acme.shop.Paid, lake.orders_paid",
    "lake.${topic.name}_${record.name}, shop.bills, acme.shop.Paid, lake.bills_paid",
    "lake.${topic.name}_${record.name}, shop.orders, Placed, lake.orders_placed",
    "${record}, shop.orders, acme.shop.Placed, acme.shop.placed",
    "${record}, shop.orders, Placed, default.placed",
    "${record.namespace}.events, shop.orders, acme.shop.Placed, acme.shop.events",
    "${record.namespace}.events, shop.orders, Placed, default.events",
    "lake.${record.flat}, shop.orders, acme.shop.Placed, lake.acme_shop_placed",
  })
  void namesATableByTopicAndType(String template, String topic, String type, String expected) {
    assertThat(router(template, ANY).route(of(topic, 1), record -> type).tables())
        .containsExactly(table(expected));
  }

  @Test
  void asksForTheTypeOfEachRecord() {
    TypeRouter router = router(BY_BOTH, ANY);
    AtomicInteger asked = new AtomicInteger();
    RecordTypes types = record -> asked.incrementAndGet() % 2 == 0 ? "a.Even" : "a.Odd";

    assertThat(router.route(of("x.t", 1), types).tables()).containsExactly(table("lake.t_odd"));
    assertThat(router.route(of("x.t", 1), types).tables()).containsExactly(table("lake.t_even"));
    assertThat(router.route(of("x.t", 1), types).tables()).containsExactly(table("lake.t_odd"));
  }

  @Test
  void saysWhyARecordWithoutTypeGoesNowhere() {
    TypeRouter router = router(BY_BOTH, ANY);

    assertThat(router.route(of("shop.orders", null), UNTYPED))
        .isEqualTo(
            Route.nowhere(
                "its value is null and so has no type, by which " + BY_BOTH + " names the table"));
    assertThat(router.route(of("shop.orders", 1), record -> ""))
        .isEqualTo(
            Route.nowhere(
                "its value has no type with a name, by which " + BY_BOTH + " names the table"));
  }

  @Test
  void sendsAnOverriddenTopicToItsTableWhateverTheTypes() {
    TypeRouter router = router(BY_BOTH, ANY);

    assertThat(router.route(of("audit.logins", 1), UNTYPED).tables())
        .containsExactly(table("audits.logins"));
    assertThat(router.route(of("audit.logins", null), UNTYPED).tables())
        .containsExactly(table("audits.logins"));
  }

  @Test
  void knowsTheTablesOfOverriddenTopicsOnlyBeforehand() {
    TypeRouter router = router(BY_BOTH, ANY);

    assertThat(router.tablesOf("audit.logins")).contains(Set.of(table("audits.logins")));
    assertThat(router.tablesOf("shop.orders")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    // Two topics may have records of one type, or names that differ in their namespaces only.
    "lake.${record.name}, lake.placed, true",
    "lake.${topic.name}_${record.name}, lake.orders_placed, true",
    "${topic}_${record.name}, shop.orders_placed, false",
    "lake.${topic.flat}_${record.name}, lake.shop_orders_placed, false",
    // The override may send several topics to one table.
    "${topic}_${record.name}, audits.logins, true",
  })
  void sharesATableThatSeveralTopicsMayFeed(String template, String name, boolean shared) {
    assertThat(router(template, ANY).isShared(table(name))).isEqualTo(shared);
  }

  @Test
  void sharesNoTableOfASingleTopic() {
    assertThat(router("lake.${record.name}", ONE).isShared(table("lake.placed"))).isFalse();
  }

  private static TypeRouter router(String template, SourceTopics topics) {
    return new TypeRouter(TopicTemplate.parse(template), List.of(AUDIT), RULES, topics);
  }

  private static SinkRecord of(String topic, @Nullable Integer id) {
    return new SinkRecord(topic, 0, null, null, null, id == null ? null : Map.of("id", id), 0);
  }
}
