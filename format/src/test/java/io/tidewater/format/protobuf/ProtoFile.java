/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Label;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.MessageOptions;
import com.google.protobuf.DescriptorProtos.OneofDescriptorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import java.util.List;
import java.util.Locale;

/** A schema file with one message, {@code t.Record}, in the making. */
final class ProtoFile {
  private final FileDescriptorProto.Builder file;
  private final DescriptorProto.Builder message;

  private ProtoFile(String syntax) {
    file = FileDescriptorProto.newBuilder().setName("t.proto").setPackage("t").setSyntax(syntax);
    message = file.addMessageTypeBuilder().setName("Record");
  }

  static ProtoFile proto2() {
    return new ProtoFile("proto2");
  }

  static ProtoFile proto3() {
    return new ProtoFile("proto3");
  }

  /** Adds a field of a scalar type, in proto3 without presence. */
  ProtoFile scalar(String name, int number, FieldDescriptorProto.Type type) {
    message.addField(field(name, number, type));
    return this;
  }

  ProtoFile repeated(String name, int number, FieldDescriptorProto.Type type) {
    message.addField(field(name, number, type).setLabel(Label.LABEL_REPEATED));
    return this;
  }

  /** Adds a field of a message or enum. */
  ProtoFile named(String name, int number, FieldDescriptorProto.Type type, String typeName) {
    message.addField(field(name, number, type).setTypeName(typeName));
    return this;
  }

  ProtoFile repeatedNamed(
      String name, int number, FieldDescriptorProto.Type type, String typeName) {
    message.addField(
        field(name, number, type).setTypeName(typeName).setLabel(Label.LABEL_REPEATED));
    return this;
  }

  ProtoFile map(
      String name, int number, FieldDescriptorProto.Type key, FieldDescriptorProto.Builder value) {
    String entry = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + "Entry";
    message
        .addNestedTypeBuilder()
        .setName(entry)
        .setOptions(MessageOptions.newBuilder().setMapEntry(true))
        .addField(field("key", 1, key))
        .addField(value.setName("value").setNumber(2).setLabel(Label.LABEL_OPTIONAL));
    return repeatedNamed(
        name, number, FieldDescriptorProto.Type.TYPE_MESSAGE, ".t.Record." + entry);
  }

  /** Adds a oneof with the fields that were added last. */
  ProtoFile oneofOfLast(String name, int fields) {
    int index = message.getOneofDeclCount();
    message.addOneofDecl(OneofDescriptorProto.newBuilder().setName(name));
    for (int i = message.getFieldCount() - fields; i < message.getFieldCount(); i++) {
      message.getFieldBuilder(i).setOneofIndex(index);
    }
    return this;
  }

  FieldDescriptorProto.Builder last() {
    return message.getFieldBuilder(message.getFieldCount() - 1);
  }

  DescriptorProto.Builder message() {
    return message;
  }

  FileDescriptorProto.Builder file() {
    return file;
  }

  static FieldDescriptorProto.Builder field(
      String name, int number, FieldDescriptorProto.Type type) {
    return FieldDescriptorProto.newBuilder()
        .setName(name)
        .setNumber(number)
        .setType(type)
        .setLabel(Label.LABEL_OPTIONAL);
  }

  /** The message as Google's library has it. */
  Descriptor descriptor(FileDescriptor... dependencies) {
    file.clearDependency();
    List.of(dependencies).forEach(dependency -> file.addDependency(dependency.getName()));
    try {
      return FileDescriptor.buildFrom(file.build(), dependencies).getMessageTypes().get(0);
    } catch (DescriptorValidationException e) {
      throw new AssertionError(e);
    }
  }
}
