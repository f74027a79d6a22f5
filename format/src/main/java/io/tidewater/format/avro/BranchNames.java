/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.avro;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.Schema;

/**
 * The columns of a union's branches: the name of the type, without its namespace. Types of the same
 * name all have their full names, with {@code _} for the dots, wherever in the union they stand: a
 * branch that is added or moved never takes the column of another. Names that differ in case only
 * count as the same.
 */
final class BranchNames {
  private BranchNames() {}

  static List<String> of(List<Schema> branches) {
    Map<String, Integer> occurrences = new HashMap<>();
    for (Schema branch : branches) {
      occurrences.merge(canonical(branch.getName()), 1, Integer::sum);
    }
    Set<String> taken = new HashSet<>();
    List<String> names = new ArrayList<>();
    for (Schema branch : branches) {
      boolean alone = occurrences.getOrDefault(canonical(branch.getName()), 0) == 1;
      names.add(unique(alone ? branch.getName() : full(branch), taken));
    }
    return names;
  }

  /** A name that no branch has. */
  static String distinct(String name, List<String> branches) {
    return unique(name, branches.stream().map(BranchNames::canonical).collect(Collectors.toSet()));
  }

  private static String full(Schema branch) {
    return branch.getFullName().replace('.', '_');
  }

  private static String unique(String name, Set<String> taken) {
    String candidate = name;
    for (int i = 2; !taken.add(canonical(candidate)); i++) {
      candidate = name + "_" + i;
    }
    return candidate;
  }

  private static String canonical(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
