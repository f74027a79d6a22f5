/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.route;

import static io.tidewater.connector.route.Records.UNTYPED;
import static io.tidewater.connector.route.Records.ofTopic;
import static io.tidewater.connector.route.Records.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewater.connector.route.NameRules.Dashes;
import io.tidewater.connector.route.NameRules.LetterCase;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.iceberg.catalog.Namespace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicRouterTest {
  private static final NameRules RULES =
      new NameRules(Dashes.REPLACE, LetterCase.LOWER, Namespace.of("default"));
  private static final NameRules VERBATIM =
      new NameRules(Dashes.KEEP, LetterCase.KEEP, Namespace.of("a", "b"));

  @ParameterizedTest
  @CsvSource({
    "${topic}, orders, default.orders",
    "${topic}, shop.orders, shop.orders",
    "${topic}, eu.shop.Orders-v2, eu.shop.orders_v2",
    "${topic}, weird$name, default.weird_name",
    "lake.${topic.flat}, eu.shop.orders, lake.eu_shop_orders",
    "lake.${topic.name}, eu.shop.orders, lake.orders",
    "lake.${topic.name}, orders, lake.orders",
    "${topic.namespace}.raw_${topic.name}, eu.shop.orders, eu.shop.raw_orders",
    "${topic.namespace}.raw_${topic.name}, orders, default.raw_orders",
    "Lake.All-Events, orders, Lake.All-Events"
  })
  void namesTheTableByTheTemplate(String template, String topic, String expected) {
    assertThat(router(template, RULES).route(ofTopic(topic), UNTYPED).tables())
        .containsExactly(table(expected));
  }

  @Test
  void keepsDashesAndCaseWhereToldTo() {
    assertThat(router("${topic}", VERBATIM).route(ofTopic("Orders-v2"), UNTYPED).tables())
        .containsExactly(table("a.b.Orders-v2"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a..b", ".a", "a.", "."})
  void routesNowhereWhenALevelIsEmpty(String topic) {
    Route route = router("${topic}", RULES).route(ofTopic(topic), UNTYPED);

    assertThat(route).isInstanceOf(Route.Unrouted.class);
    assertThat(route.tables()).isEmpty();
    assertThat(((Route.Unrouted) route).reason()).contains(topic).contains("is empty");
  }

  @Test
  void takesTheFirstOverrideThatMatchesInFull() {
    TopicRouter router =
        router(
            "${topic}",
            RULES,
            override("orders-(?<region>eu|us)", "shop.orders_${region}"),
            override("orders-.*", "shop.orders_rest"),
            override("(\\w+)\\.audit\\.(\\w+)", "audit.${2}_of_${1}"));

    assertThat(router.route(ofTopic("orders-eu"), UNTYPED).tables())
        .containsExactly(table("shop.orders_eu"));
    assertThat(router.route(ofTopic("orders-asia"), UNTYPED).tables())
        .containsExactly(table("shop.orders_rest"));
    assertThat(router.route(ofTopic("Crm.audit.Logins"), UNTYPED).tables())
        .containsExactly(table("audit.logins_of_crm"));
    assertThat(router.route(ofTopic("my-orders-eu"), UNTYPED).tables())
        .containsExactly(table("default.my_orders_eu"));
  }

  @Test
  void takesTheTextOfAnOverrideLiterally() {
    assertThat(
            router("${topic}", RULES, override("x", "Big-Lake.Events"))
                .route(ofTopic("x"), UNTYPED)
                .tables())
        .containsExactly(table("Big-Lake.Events"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "${topik}", "a..${topic}", "${topic", "a b", "${}", "lake.${1}"})
  void refusesTemplatesThatNameNoTable(String template) {
    assertThatThrownBy(() -> TopicTemplate.parse(template))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesOverridesOfGroupsThatAreNotThere() {
    assertThatThrownBy(() -> override("orders", "shop.${1}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("${1}");
    assertThatThrownBy(() -> override("(orders)", "shop.${region}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("${region}");
  }

  @Test
  void tellsTheTablesOfATopic() {
    TopicRouter router = router("${topic}", RULES);

    assertThat(router.tablesOf("shop.orders")).contains(Set.of(table("shop.orders")));
    assertThat(router.tablesOf("a..b")).contains(Set.of());
  }

  @Test
  void findsTopicsThatFoldToOneTable() {
    TopicRouter router = router("${topic}", RULES);

    List<Clash> clashes = router.clashes(List.of("a_b", "a-b", "A-B", "c", "x.y", "x..y"));

    assertThat(clashes)
        .containsExactly(
            new Clash(table("default.a_b"), new TreeSet<>(Set.of("a_b", "a-b", "A-B"))));
    assertThat(clashes.get(0).message())
        .contains("[A-B, a-b, a_b]", "default.a_b", "tidewater.table.override.<n>.regex");
    assertThat(router.clashes(List.of("a_b", "c"))).isEmpty();
  }

  @Test
  void findsTopicsThatLoseTheirNamespaceByTheTemplate() {
    assertThat(router("lake.${topic.name}", RULES).clashes(List.of("eu.orders", "us.orders")))
        .singleElement()
        .extracting(Clash::table)
        .isEqualTo(table("lake.orders"));
  }

  @Test
  void letsTopicsShareATableThatTheUserNamed() {
    List<String> topics = List.of("orders-eu", "orders-us");

    assertThat(router("lake.orders", RULES).clashes(topics)).isEmpty();
    assertThat(router("${topic}", RULES, override("orders-.*", "lake.orders")).clashes(topics))
        .isEmpty();
  }

  @Test
  void tellsWhichTablesAreSharedByDesign() {
    TopicRouter router =
        router(
            "${topic}", RULES, override("orders-.*", "lake.orders"), override("(.*)-v\\d", "${1}"));

    assertThat(router.isShared(table("lake.orders"))).isTrue();
    assertThat(router("lake.all", RULES).isShared(table("lake.all"))).isTrue();
    assertThat(router("${topic}", RULES).isShared(table("lake.orders"))).isFalse();
    assertThat(
            router("${topic}", RULES, override("orders-.*", "lake.orders"))
                .isShared(table("lake.customers")))
        .isFalse();
  }

  @Test
  void listsTopicsThatReachNoTable() {
    assertThat(router("${topic}", RULES).unrouted(List.of("a", "b.", "c"))).containsOnlyKeys("b.");
  }

  @Test
  void knowsNothingBeforehandBehindTransformsThatRename() {
    RenamedTopicRouter router = new RenamedTopicRouter(router("${topic}", RULES));

    assertThat(router.route(ofTopic("a-b"), UNTYPED).tables())
        .containsExactly(table("default.a_b"));
    assertThat(router.tablesOf("a-b")).isEmpty();
    assertThat(router.isShared(table("default.a_b"))).isTrue();
    assertThat(router.clashes(List.of("a-b", "a_b"))).isEmpty();
  }

  private static TopicRouter router(String template, NameRules rules, TopicOverride... overrides) {
    return new TopicRouter(TopicTemplate.parse(template), List.of(overrides), rules);
  }

  private static TopicOverride override(String regex, String table) {
    return TopicOverride.of(Pattern.compile(regex), table);
  }
}
