/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf.text;

import com.squareup.wire.Syntax;
import com.squareup.wire.schema.internal.parser.OptionElement;
import com.squareup.wire.schema.internal.parser.ProtoFileElement;
import io.tidewater.format.protobuf.type.Cardinality;
import io.tidewater.format.protobuf.type.MessageReference.Encoding;
import java.util.List;

/**
 * What a field means that has no label: proto3 has it without presence, editions say it by their
 * features.
 */
record UnlabelledFields(Cardinality cardinality, Encoding encoding) {
  static UnlabelledFields of(ProtoFileElement file, boolean hasEdition) {
    boolean implicit = !hasEdition && file.getSyntax() == Syntax.PROTO_3;
    UnlabelledFields language =
        new UnlabelledFields(
            implicit ? Cardinality.IMPLICIT : Cardinality.EXPLICIT, Encoding.LENGTH_PREFIXED);
    return language.with(file.getOptions());
  }

  /** What holds where these options stand. */
  UnlabelledFields with(List<OptionElement> options) {
    UnlabelledFields changed = this;
    for (String feature : Options.values(options, "features", "field_presence")) {
      changed = new UnlabelledFields(presence(feature, changed.cardinality), changed.encoding);
    }
    for (String feature : Options.values(options, "features", "message_encoding")) {
      Encoding chosen = feature.equals("DELIMITED") ? Encoding.DELIMITED : Encoding.LENGTH_PREFIXED;
      changed = new UnlabelledFields(changed.cardinality, chosen);
    }
    return changed;
  }

  private static Cardinality presence(String feature, Cardinality otherwise) {
    return switch (feature) {
      case "IMPLICIT" -> Cardinality.IMPLICIT;
      case "EXPLICIT" -> Cardinality.EXPLICIT;
      case "LEGACY_REQUIRED" -> Cardinality.REQUIRED;
      default -> otherwise;
    };
  }
}
