/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.config.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.SortOrder;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutTest {
  private static final Schema SCHEMA =
      new Schema(
          Types.NestedField.optional(1, "id", Types.LongType.get()),
          Types.NestedField.optional(2, "name", Types.StringType.get()),
          Types.NestedField.optional(3, "at", Types.TimestampType.withZone()),
          Types.NestedField.optional(
              4,
              "place",
              Types.StructType.of(Types.NestedField.optional(5, "city", Types.StringType.get()))));

  @Test
  void buildsASpecOfEveryTransform() {
    assertThat(spec("id, year(at)"))
        .isEqualTo(PartitionSpec.builderFor(SCHEMA).identity("id").year("at").build());
    assertThat(spec("months(at),bucket(id, 16) , truncate(name,3)"))
        .isEqualTo(
            PartitionSpec.builderFor(SCHEMA)
                .month("at")
                .bucket("id", 16)
                .truncate("name", 3)
                .build());
    assertThat(spec("days(at), identity(place.city)"))
        .isEqualTo(PartitionSpec.builderFor(SCHEMA).day("at").identity("place.city").build());
    assertThat(spec("HOUR(at), void(id)"))
        .isEqualTo(PartitionSpec.builderFor(SCHEMA).hour("at").alwaysNull("id").build());
    assertThat(spec("").isUnpartitioned()).isTrue();
  }

  @Test
  void printsWhatItParsed() {
    assertThat(ColumnTransform.parseList("id,days(at),bucket(id,16)"))
        .hasToString("[id, day(at), bucket(id, 16)]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "minute(at)",
        "bucket(id)",
        "bucket(id, x)",
        "bucket(id, 0)",
        "day(at, 3)",
        "day()",
        "day(at",
        "a b",
        "id,,name",
        "bucket(id, 99999999999)"
      })
  void refusesWhatIsNoTransform(String text) {
    assertThatThrownBy(() -> ColumnTransform.parseList(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching(".+");
  }

  @Test
  void buildsASortOrder() {
    assertThat(order("at desc, bucket(id, 4) asc nulls last, name"))
        .isEqualTo(
            SortOrder.builderFor(SCHEMA)
                .desc("at")
                .asc(
                    org.apache.iceberg.expressions.Expressions.bucket("id", 4),
                    org.apache.iceberg.NullOrder.NULLS_LAST)
                .asc("name")
                .build());
    assertThat(order("at DESC NULLS FIRST"))
        .isEqualTo(
            SortOrder.builderFor(SCHEMA)
                .desc("at", org.apache.iceberg.NullOrder.NULLS_FIRST)
                .build());
  }

  @ParameterizedTest
  @ValueSource(strings = {"at downwards", "at desc nulls", "void(id)", "at,,id", "desc at nulls"})
  void refusesWhatIsNoSortField(String text) {
    assertThatThrownBy(() -> SortField.parseList(text))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static PartitionSpec spec(String text) {
    PartitionSpec.Builder spec = PartitionSpec.builderFor(SCHEMA);
    ColumnTransform.parseList(text).forEach(field -> field.addTo(spec));
    return spec.build();
  }

  private static SortOrder order(String text) {
    SortOrder.Builder order = SortOrder.builderFor(SCHEMA);
    SortField.parseList(text).forEach(field -> field.addTo(order));
    return order.build();
  }
}
