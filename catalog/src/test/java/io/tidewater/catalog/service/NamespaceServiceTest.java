/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.service;

import static io.tidewater.catalog.service.ServiceFixture.SEA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.NoSuchNamespaceException;
import org.apache.iceberg.exceptions.UnprocessableEntityException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names, properties, and where tables go by default. */
class NamespaceServiceTest {
  @TempDir private Path directory;
  private ServiceFixture catalog;
  private NamespaceService namespaces;

  @BeforeEach
  void open() {
    catalog = new ServiceFixture(directory, store -> store);
    namespaces = catalog.services().namespaces();
  }

  @AfterEach
  void close() {
    catalog.close();
  }

  @Test
  void tellsWhatAChangeOfPropertiesDid() {
    namespaces.changeProperties(SEA, List.of(), Map.of("a", "1", "b", "2"));

    PropertiesChange change =
        namespaces.changeProperties(SEA, List.of("a", "missing", "a"), Map.of("c", "3"));

    assertThat(change.removed()).containsExactly("a");
    assertThat(change.missing()).containsExactly("missing");
    assertThat(change.updated()).containsExactly("c");
    assertThat(namespaces.load(SEA).properties()).isEqualTo(Map.of("b", "2", "c", "3"));
  }

  @Test
  void refusesToRemoveAndSetTheSameProperty() {
    assertThatThrownBy(() -> namespaces.changeProperties(SEA, List.of("a", "b"), Map.of("a", "1")))
        .isInstanceOf(UnprocessableEntityException.class)
        .hasMessageContaining(": a");
  }

  @Test
  void refusesNamesThatTheProtocolCannotCarry() {
    assertThatThrownBy(() -> namespaces.create(Namespace.of("a\u001fb"), Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> namespaces.create(Namespace.of("a", ""), Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> namespaces.create(Namespace.empty(), Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> namespaces.load(Namespace.empty()))
        .isInstanceOf(NoSuchNamespaceException.class);
  }

  @Test
  void neverGivesOneLocationTwice() {
    TableIdentifier table = catalog.createTable("orders");
    String first = catalog.load(table).metadata().location();
    catalog.services().tables().rename(table, TableIdentifier.of(SEA, "renamed"));
    catalog.createTable("orders");

    assertThat(first).startsWith("file://" + directory + "/warehouse/sea/orders-");
    assertThat(catalog.load(table).metadata().location()).isNotEqualTo(first);
  }

  @Test
  void keepsLocationsPlainWhateverTheNames() {
    Namespace odd = Namespace.of("../../etc", "a b%20");
    namespaces.create(Namespace.of("../../etc"), Map.of());
    namespaces.create(odd, Map.of());
    catalog.services().tableCreation().create(odd, ServiceFixture.tableNamed("x/../y水"));

    String location = catalog.load(TableIdentifier.of(odd, "x/../y水")).metadata().location();

    assertThat(location)
        .startsWith("file://" + directory + "/warehouse/_._.._etc/a_b_20/x_.._y_-")
        .doesNotContain("/../");
  }

  @Test
  void putsTablesWhereTheirNamespaceSays() {
    Namespace placed = Namespace.of("placed");
    namespaces.create(placed, Map.of("location", "file://" + directory + "/elsewhere/"));
    catalog.services().tableCreation().create(placed, ServiceFixture.tableNamed("t"));

    assertThat(catalog.load(TableIdentifier.of(placed, "t")).metadata().location())
        .startsWith("file://" + directory + "/elsewhere/t-");
  }
}
