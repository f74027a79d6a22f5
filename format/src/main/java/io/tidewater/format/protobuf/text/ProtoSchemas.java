/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf.text;

import io.tidewater.format.protobuf.type.ProtoSchema;
import io.tidewater.format.registry.RegisteredSchema;
import io.tidewater.format.registry.UnknownSchemaException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the schemas that a registry holds. An import is found among a schema's references, or among
 * the files that every Protobuf compiler knows; one that is found nowhere is missed only if a field
 * needs a type of it.
 */
public final class ProtoSchemas {
  private ProtoSchemas() {}

  /**
   * Reads a schema with all that it imports.
   *
   * @throws UnknownSchemaException if it is no Protobuf, or refers to what is not there
   */
  public static ProtoSchema read(RegisteredSchema schema) {
    String name = "schema " + schema.id();
    List<ProtoText> files = new ArrayList<>();
    ProtoText main = ProtoText.parse(name, schema.text());
    files.add(main);
    imports(main, schema.references(), files);
    Declarations declarations = Declarations.of(files);
    try {
      return new SchemaLinker(declarations).link(main);
    } catch (IllegalArgumentException e) {
      throw new UnknownSchemaException(name + ": " + e.getMessage());
    }
  }

  private static void imports(
      ProtoText main, Map<String, String> references, List<ProtoText> files) {
    Set<String> seen = new HashSet<>();
    List<ProtoText> open = new ArrayList<>(List.of(main));
    while (!open.isEmpty()) {
      ProtoText file = open.remove(open.size() - 1);
      List<String> names = new ArrayList<>(file.file().getImports());
      names.addAll(file.file().getPublicImports());
      names.addAll(file.file().getWeakImports());
      for (String name : names) {
        ProtoText imported = seen.add(name) ? find(name, references) : null;
        if (imported != null) {
          files.add(imported);
          open.add(imported);
        }
      }
    }
  }

  private static @Nullable ProtoText find(String name, Map<String, String> references) {
    String text = references.get(name);
    return text == null ? BuiltInFiles.find(name) : ProtoText.parse(name, text);
  }
}
