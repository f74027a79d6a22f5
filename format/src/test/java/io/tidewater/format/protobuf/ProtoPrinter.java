/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumValueDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Label;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Google's descriptors as the text that a registry would hold. */
final class ProtoPrinter {
  private final StringBuilder text = new StringBuilder();
  private final boolean proto3;

  private ProtoPrinter(FileDescriptorProto file) {
    proto3 = file.getSyntax().equals("proto3");
  }

  static String print(FileDescriptorProto file) {
    ProtoPrinter printer = new ProtoPrinter(file);
    String syntax = file.getSyntax().isEmpty() ? "proto2" : file.getSyntax();
    printer.line("syntax = \"" + syntax + "\";");
    if (!file.getPackage().isEmpty()) {
      printer.line("package " + file.getPackage() + ";");
    }
    file.getDependencyList().forEach(name -> printer.line("import \"" + name + "\";"));
    file.getEnumTypeList().forEach(printer::enumType);
    file.getMessageTypeList().forEach(printer::message);
    return printer.text.toString();
  }

  private void message(DescriptorProto message) {
    line("message " + message.getName() + " {");
    body(message);
    line("}");
  }

  private void body(DescriptorProto message) {
    message.getEnumTypeList().forEach(this::enumType);
    for (DescriptorProto nested : message.getNestedTypeList()) {
      if (!nested.getOptions().getMapEntry() && !isGroup(message, nested)) {
        message(nested);
      }
    }
    for (FieldDescriptorProto field : message.getFieldList()) {
      if (!field.hasOneofIndex() || field.getProto3Optional()) {
        field(message, field, label(field));
      }
    }
    for (int i = 0; i < message.getOneofDeclCount(); i++) {
      int oneof = i;
      List<FieldDescriptorProto> members =
          message.getFieldList().stream()
              .filter(field -> field.hasOneofIndex() && field.getOneofIndex() == oneof)
              .filter(field -> !field.getProto3Optional())
              .toList();
      if (!members.isEmpty()) {
        line("oneof " + message.getOneofDecl(i).getName() + " {");
        members.forEach(field -> field(message, field, ""));
        line("}");
      }
    }
  }

  private void field(DescriptorProto message, FieldDescriptorProto field, String label) {
    DescriptorProto entry = mapEntry(message, field);
    if (entry != null) {
      String key = type(entry.getField(0));
      String value = type(entry.getField(1));
      line("map<" + key + ", " + value + "> " + field.getName() + " = " + field.getNumber() + ";");
    } else if (field.getType() == FieldDescriptorProto.Type.TYPE_GROUP) {
      DescriptorProto group = nested(message, field.getTypeName());
      line(label + "group " + group.getName() + " = " + field.getNumber() + " {");
      body(group);
      line("}");
    } else {
      line(
          label
              + type(field)
              + " "
              + field.getName()
              + " = "
              + field.getNumber()
              + options(field)
              + ";");
    }
  }

  private static String options(FieldDescriptorProto field) {
    List<String> options = new ArrayList<>();
    if (field.hasDefaultValue()) {
      boolean quoted =
          field.getType() == FieldDescriptorProto.Type.TYPE_STRING
              || field.getType() == FieldDescriptorProto.Type.TYPE_BYTES;
      String value = field.getDefaultValue();
      options.add("default = " + (quoted ? '"' + value + '"' : value));
    }
    if (field.getOptions().hasPacked()) {
      options.add("packed = " + field.getOptions().getPacked());
    }
    return options.isEmpty() ? "" : " [" + String.join(", ", options) + "]";
  }

  private String label(FieldDescriptorProto field) {
    if (field.getLabel() == Label.LABEL_REPEATED) {
      return "repeated ";
    }
    if (field.getLabel() == Label.LABEL_REQUIRED) {
      return "required ";
    }
    return proto3 && !field.getProto3Optional() ? "" : "optional ";
  }

  private static String type(FieldDescriptorProto field) {
    return field.getTypeName().isEmpty()
        ? field.getType().name().substring("TYPE_".length()).toLowerCase(Locale.ROOT)
        : field.getTypeName();
  }

  private void enumType(EnumDescriptorProto type) {
    line("enum " + type.getName() + " {");
    if (type.getOptions().getAllowAlias()) {
      line("option allow_alias = true;");
    }
    for (EnumValueDescriptorProto value : type.getValueList()) {
      line(value.getName() + " = " + value.getNumber() + ";");
    }
    line("}");
  }

  private static DescriptorProto mapEntry(DescriptorProto message, FieldDescriptorProto field) {
    DescriptorProto nested = nested(message, field.getTypeName());
    return nested != null && nested.getOptions().getMapEntry() ? nested : null;
  }

  private static DescriptorProto nested(DescriptorProto message, String typeName) {
    return message.getNestedTypeList().stream()
        .filter(nested -> typeName.endsWith("." + nested.getName()))
        .findFirst()
        .orElse(null);
  }

  private static boolean isGroup(DescriptorProto message, DescriptorProto nested) {
    return message.getFieldList().stream()
        .anyMatch(
            field ->
                field.getType() == FieldDescriptorProto.Type.TYPE_GROUP
                    && field.getTypeName().endsWith("." + nested.getName()));
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
