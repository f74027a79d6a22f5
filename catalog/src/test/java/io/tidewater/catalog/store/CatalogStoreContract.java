/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.NamespaceNotEmptyException;
import org.apache.iceberg.exceptions.NoSuchNamespaceException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store must do. */
public abstract class CatalogStoreContract {
  private static final Namespace SEA = Namespace.of("sea");
  private static final TableIdentifier ORDERS = TableIdentifier.of(SEA, "orders");
  private static final TableIdentifier ITEMS = TableIdentifier.of(SEA, "items");

  private CatalogStore store;

  /** An empty store. */
  protected abstract CatalogStore open();

  @BeforeEach
  void openStore() {
    store = open();
    store.createNamespace(SEA, Map.of("owner", "tide"));
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  @Test
  void remembersNamespacesWithTheirProperties() {
    NamespaceRecord sea = store.namespace(SEA).orElseThrow();

    assertThat(sea.namespace()).isEqualTo(SEA);
    assertThat(sea.properties()).containsExactly(Map.entry("owner", "tide"));
    assertThat(store.namespace(Namespace.of("land"))).isEmpty();
  }

  @Test
  void refusesNamespaceThatIsThereOrWhoseParentIsNot() {
    assertThatThrownBy(() -> store.createNamespace(SEA, Map.of()))
        .isInstanceOf(AlreadyExistsException.class);
    assertThatThrownBy(() -> store.createNamespace(Namespace.of("land", "hill"), Map.of()))
        .isInstanceOf(NoSuchNamespaceException.class)
        .hasMessageContaining("land.hill");
  }

  @Test
  void listsDirectChildrenOnly() {
    store.createNamespace(Namespace.of("sea", "north"), Map.of());
    store.createNamespace(Namespace.of("sea", "north", "deep"), Map.of());
    store.createNamespace(Namespace.of("land"), Map.of());

    assertThat(store.namespaces(Namespace.empty(), PageRequest.EVERYTHING).items())
        .containsExactly(Namespace.of("land"), SEA);
    assertThat(store.namespaces(SEA, PageRequest.EVERYTHING).items())
        .containsExactly(Namespace.of("sea", "north"));
    assertThatThrownBy(() -> store.namespaces(Namespace.of("sky"), PageRequest.EVERYTHING))
        .isInstanceOf(NoSuchNamespaceException.class);
  }

  @Test
  void tellsNamesApartWhateverTheyHold() {
    List<Namespace> odd =
        List.of(
            Namespace.of("a.b"),
            Namespace.of("a/b"),
            Namespace.of("a%b"),
            Namespace.of("a b"),
            Namespace.of("A.b"),
            Namespace.of("ä·水"),
            Namespace.of("'; --"));
    odd.forEach(namespace -> store.createNamespace(namespace, Map.of()));
    store.createNamespace(Namespace.of("a.b", "c"), Map.of());

    assertThat(store.namespaces(Namespace.empty(), PageRequest.EVERYTHING).items())
        .containsAll(odd);
    assertThat(store.namespace(Namespace.of("a", "b"))).isEmpty();
    assertThat(store.namespace(Namespace.of("a.b", "c"))).isPresent();
  }

  @Test
  void replacesPropertiesOnlyIfNobodyElseDid() {
    NamespaceRecord before = store.namespace(SEA).orElseThrow();

    assertThat(store.replaceProperties(before, Map.of("owner", "ebb"))).isTrue();
    assertThat(store.replaceProperties(before, Map.of("owner", "flood"))).isFalse();
    assertThat(store.namespace(SEA).orElseThrow().properties()).containsEntry("owner", "ebb");
  }

  @Test
  void dropsNamespaceOnlyWhenItIsEmpty() {
    create(ORDERS, "m0");
    assertThatThrownBy(() -> store.dropNamespace(SEA))
        .isInstanceOf(NamespaceNotEmptyException.class);

    store.drop(TabularKind.TABLE, ORDERS, Disposal.KEEP_FILES);
    store.createNamespace(Namespace.of("sea", "north"), Map.of());
    assertThatThrownBy(() -> store.dropNamespace(SEA))
        .isInstanceOf(NamespaceNotEmptyException.class);

    store.dropNamespace(Namespace.of("sea", "north"));
    store.dropNamespace(SEA);
    assertThat(store.namespace(SEA)).isEmpty();
    assertThatThrownBy(() -> store.dropNamespace(SEA)).isInstanceOf(NoSuchNamespaceException.class);
  }

  @Test
  void swapsPointerOnlyFromTheBaseThatIsCurrent() {
    create(ORDERS, "m0");
    TabularRecord base = table(ORDERS);

    store.commit(List.of(PointerChange.swap(base, "m1")));

    assertThat(table(ORDERS).metadataLocation()).isEqualTo("m1");
    assertThat(table(ORDERS).id()).isEqualTo(base.id());
    assertThatThrownBy(() -> store.commit(List.of(PointerChange.swap(base, "m2"))))
        .isInstanceOf(CommitFailedException.class)
        .hasMessageContaining("sea.orders");
    assertThat(table(ORDERS).metadataLocation()).isEqualTo("m1");
  }

  @Test
  void swapsNothingOnceTheTableWasDroppedAndCreatedAnew() {
    create(ORDERS, "m0");
    TabularRecord base = table(ORDERS);
    store.drop(TabularKind.TABLE, ORDERS, Disposal.KEEP_FILES);
    create(ORDERS, "m0");

    assertThatThrownBy(() -> store.commit(List.of(PointerChange.swap(base, "m1"))))
        .isInstanceOf(CommitFailedException.class);
  }

  @Test
  void movesAllPointersOrNone() {
    create(ORDERS, "o0");
    create(ITEMS, "i0");
    TabularRecord orders = table(ORDERS);
    TabularRecord items = table(ITEMS);
    TableIdentifier fresh = TableIdentifier.of(SEA, "fresh");
    store.commit(List.of(PointerChange.swap(items, "i1")));

    assertThatThrownBy(
            () ->
                store.commit(
                    List.of(
                        PointerChange.swap(orders, "o1"),
                        PointerChange.creation(TabularKind.TABLE, fresh, "f0"),
                        PointerChange.swap(items, "i2"))))
        .isInstanceOf(CommitFailedException.class);

    assertThat(table(ORDERS).metadataLocation()).isEqualTo("o0");
    assertThat(table(ITEMS).metadataLocation()).isEqualTo("i1");
    assertThat(store.tabular(TabularKind.TABLE, fresh)).isEmpty();
  }

  @Test
  void givesTablesAndViewsOneSpaceOfNames() {
    create(ORDERS, "m0");

    assertThat(store.tabular(TabularKind.VIEW, ORDERS)).isEmpty();
    assertThatThrownBy(
            () -> store.commit(List.of(PointerChange.creation(TabularKind.VIEW, ORDERS, "v0"))))
        .isInstanceOf(AlreadyExistsException.class)
        .hasMessage("Table with same name already exists: sea.orders");
    assertThatThrownBy(() -> create(ORDERS, "m1"))
        .isInstanceOf(AlreadyExistsException.class)
        .hasMessage("Table already exists: sea.orders");
  }

  @Test
  void createsNothingInNamespaceThatIsGone() {
    TableIdentifier lost = TableIdentifier.of("land", "lost");

    assertThatThrownBy(() -> create(lost, "m0"))
        .isInstanceOf(NoSuchNamespaceException.class)
        .hasMessage("Namespace does not exist: land");
  }

  @Test
  void renamesAcrossNamespacesAndKeepsWhatIsPointedTo() {
    store.createNamespace(Namespace.of("land"), Map.of());
    create(ORDERS, "m0");
    String id = table(ORDERS).id();
    TableIdentifier moved = TableIdentifier.of("land", "orders");

    assertThat(store.rename(TabularKind.TABLE, ORDERS, moved)).isTrue();

    assertThat(store.tabular(TabularKind.TABLE, ORDERS)).isEmpty();
    assertThat(table(moved)).isEqualTo(new TabularRecord(id, TabularKind.TABLE, moved, "m0"));
    assertThat(store.rename(TabularKind.TABLE, ORDERS, moved)).isFalse();
    assertThat(store.rename(TabularKind.VIEW, moved, ORDERS)).isFalse();
  }

  @Test
  void refusesToRenameOntoSomethingOrIntoNowhere() {
    create(ORDERS, "m0");
    create(ITEMS, "m1");

    assertThatThrownBy(() -> store.rename(TabularKind.TABLE, ORDERS, ITEMS))
        .isInstanceOf(AlreadyExistsException.class);
    assertThatThrownBy(
            () -> store.rename(TabularKind.TABLE, ORDERS, TableIdentifier.of("land", "orders")))
        .isInstanceOf(NoSuchNamespaceException.class);
    assertThat(table(ORDERS).metadataLocation()).isEqualTo("m0");
  }

  @Test
  void remembersWhatIsToBePurged() {
    create(ORDERS, "m0");
    create(ITEMS, "m1");

    assertThat(store.drop(TabularKind.TABLE, ORDERS, Disposal.KEEP_FILES)).isTrue();
    assertThat(store.purges()).isEmpty();
    assertThat(store.drop(TabularKind.TABLE, ITEMS, Disposal.PURGE_FILES)).isTrue();
    assertThat(store.drop(TabularKind.TABLE, ITEMS, Disposal.PURGE_FILES)).isFalse();

    assertThat(store.purges()).singleElement().extracting("metadataLocation").isEqualTo("m1");
    store.purged(store.purges().get(0));
    assertThat(store.purges()).isEmpty();
  }

  @Test
  void pagesThroughNamesInOrderWhileTheyComeAndGo() {
    for (int i = 0; i < 7; i++) {
      create(TableIdentifier.of(SEA, "t" + i), "m" + i);
    }
    List<String> seen = new ArrayList<>();
    Optional<String> next = Optional.empty();
    do {
      Page<TableIdentifier> page = store.tabulars(TabularKind.TABLE, SEA, new PageRequest(next, 3));
      assertThat(page.items()).hasSizeLessThanOrEqualTo(3);
      page.items().forEach(table -> seen.add(table.name()));
      next = page.next();
      if (next.equals(Optional.of("t2"))) {
        store.drop(TabularKind.TABLE, TableIdentifier.of(SEA, "t2"), Disposal.KEEP_FILES);
        create(TableIdentifier.of(SEA, "t11"), "before the page");
      }
    } while (next.isPresent());

    assertThat(seen).containsExactly("t0", "t1", "t2", "t3", "t4", "t5", "t6");
  }

  private void create(TableIdentifier identifier, String metadataLocation) {
    store.commit(List.of(PointerChange.creation(TabularKind.TABLE, identifier, metadataLocation)));
  }

  private TabularRecord table(TableIdentifier identifier) {
    return store.tabular(TabularKind.TABLE, identifier).orElseThrow();
  }
}
