/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumValueDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Label;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.MessageOptions;
import com.google.protobuf.DescriptorProtos.OneofDescriptorProto;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Schemas by chance, and changes of them that a registry accepts as compatible. Numbers are never
 * used twice.
 */
final class RandomTypes {
  private static final int MESSAGES = 4;
  private static final List<List<FieldDescriptorProto.Type>> COMPATIBLE =
      List.of(
          List.of(
              FieldDescriptorProto.Type.TYPE_INT32,
              FieldDescriptorProto.Type.TYPE_UINT32,
              FieldDescriptorProto.Type.TYPE_INT64,
              FieldDescriptorProto.Type.TYPE_UINT64),
          List.of(FieldDescriptorProto.Type.TYPE_SINT32, FieldDescriptorProto.Type.TYPE_SINT64),
          List.of(FieldDescriptorProto.Type.TYPE_FIXED32, FieldDescriptorProto.Type.TYPE_SFIXED32),
          List.of(FieldDescriptorProto.Type.TYPE_FIXED64, FieldDescriptorProto.Type.TYPE_SFIXED64),
          List.of(FieldDescriptorProto.Type.TYPE_STRING, FieldDescriptorProto.Type.TYPE_BYTES),
          List.of(FieldDescriptorProto.Type.TYPE_BOOL),
          List.of(FieldDescriptorProto.Type.TYPE_FLOAT),
          List.of(FieldDescriptorProto.Type.TYPE_DOUBLE),
          List.of(FieldDescriptorProto.Type.TYPE_ENUM));
  private static final List<FieldDescriptorProto.Type> KEYS =
      List.of(
          FieldDescriptorProto.Type.TYPE_STRING,
          FieldDescriptorProto.Type.TYPE_INT32,
          FieldDescriptorProto.Type.TYPE_UINT64,
          FieldDescriptorProto.Type.TYPE_BOOL);

  /** Types that are the same on the wire, as far as a registry looks. */
  private static final List<List<FieldDescriptorProto.Type>> SAME_ON_THE_WIRE =
      List.of(
          List.of(
              FieldDescriptorProto.Type.TYPE_INT32,
              FieldDescriptorProto.Type.TYPE_UINT32,
              FieldDescriptorProto.Type.TYPE_INT64,
              FieldDescriptorProto.Type.TYPE_UINT64,
              FieldDescriptorProto.Type.TYPE_BOOL,
              FieldDescriptorProto.Type.TYPE_ENUM),
          List.of(FieldDescriptorProto.Type.TYPE_STRING, FieldDescriptorProto.Type.TYPE_BYTES));

  private final Random random;
  private final Changes changes;
  private int lastNumber;
  private int lastName;

  RandomTypes(long seed) {
    this(seed, Changes.OF_ONE_COLUMN);
  }

  RandomTypes(long seed, Changes changes) {
    random = new Random(seed);
    this.changes = changes;
  }

  /** Which changes chance may make. */
  enum Changes {
    /** Those that one column can follow. */
    OF_ONE_COLUMN,
    /** All that keep the encoding. */
    ALL
  }

  /** A new schema, whose first message is {@code t.Record}. */
  FileDescriptorProto schema() {
    FileDescriptorProto.Builder file =
        FileDescriptorProto.newBuilder()
            .setName("t.proto")
            .setPackage("t")
            .setSyntax(random.nextBoolean() ? "proto2" : "proto3");
    EnumDescriptorProto.Builder colours = file.addEnumTypeBuilder().setName("Colour");
    for (int i = 0; i < 3; i++) {
      colours.addValue(EnumValueDescriptorProto.newBuilder().setName("C" + i).setNumber(i));
    }
    for (int i = 0; i < MESSAGES; i++) {
      DescriptorProto.Builder message =
          file.addMessageTypeBuilder().setName(i == 0 ? "Record" : "M" + i);
      for (int fields = 1 + random.nextInt(6); fields > 0; fields--) {
        addField(file, message, i);
      }
    }
    return file.build();
  }

  /** The next version of a schema. */
  FileDescriptorProto evolved(FileDescriptorProto before) {
    FileDescriptorProto.Builder file = before.toBuilder();
    for (int left = 1 + random.nextInt(4); left > 0; left--) {
      int index = random.nextInt(MESSAGES);
      DescriptorProto.Builder message = file.getMessageTypeBuilder(index);
      int fields = message.getFieldCount();
      if (fields == 0 || random.nextInt(4) == 0) {
        addField(file, message, index);
        continue;
      }
      FieldDescriptorProto.Builder field = message.getFieldBuilder(random.nextInt(fields));
      if (changes == Changes.ALL && random.nextInt(3) == 0) {
        reshape(field);
        continue;
      }
      switch (random.nextInt(6)) {
        case 0 -> remove(message, field);
        case 1 -> rename(field);
        case 2 -> retype(field);
        case 3 -> intoOneof(message, field);
        case 4 -> reorder(message);
        default -> file.getEnumTypeBuilder(0).addValue(newColour(file));
      }
    }
    return file.build();
  }

  private void addField(
      FileDescriptorProto.Builder file, DescriptorProto.Builder message, int index) {
    FieldDescriptorProto.Builder field = field("f" + ++lastName, ++lastNumber);
    int kind = random.nextInt(10);
    if (kind == 0 && !file.getSyntax().equals("proto3")) {
      group(message, field);
    } else if (kind == 1) {
      map(message, field, index);
    } else {
      typed(field, index);
      boolean repeated = random.nextInt(4) == 0;
      field.setLabel(repeated ? Label.LABEL_REPEATED : Label.LABEL_OPTIONAL);
    }
    message.addField(field);
    if (kind == 2 && field.getLabel() == Label.LABEL_OPTIONAL) {
      intoOneof(message, message.getFieldBuilder(message.getFieldCount() - 1));
    }
  }

  private void group(DescriptorProto.Builder message, FieldDescriptorProto.Builder field) {
    String name = "Group" + ++lastName;
    FieldDescriptorProto.Builder member = field("f" + ++lastName, ++lastNumber);
    message
        .addNestedTypeBuilder()
        .setName(name)
        .addField(
            member.setType(FieldDescriptorProto.Type.TYPE_INT32).setLabel(Label.LABEL_OPTIONAL));
    field
        .setName(name.toLowerCase(java.util.Locale.ROOT))
        .setType(FieldDescriptorProto.Type.TYPE_GROUP)
        .setTypeName(".t." + message.getName() + "." + name)
        .setLabel(random.nextBoolean() ? Label.LABEL_REPEATED : Label.LABEL_OPTIONAL);
  }

  private void map(DescriptorProto.Builder message, FieldDescriptorProto.Builder field, int index) {
    String name = "F" + field.getName().substring(1) + "Entry";
    FieldDescriptorProto.Builder key =
        field("key", 1)
            .setType(KEYS.get(random.nextInt(KEYS.size())))
            .setLabel(Label.LABEL_OPTIONAL);
    FieldDescriptorProto.Builder value = field("value", 2).setLabel(Label.LABEL_OPTIONAL);
    typed(value, index);
    message
        .addNestedTypeBuilder()
        .setName(name)
        .setOptions(MessageOptions.newBuilder().setMapEntry(true))
        .addField(key)
        .addField(value);
    field
        .setType(FieldDescriptorProto.Type.TYPE_MESSAGE)
        .setTypeName(".t." + message.getName() + "." + name)
        .setLabel(Label.LABEL_REPEATED);
  }

  /** Messages refer to later ones only, so that none contains itself. */
  private void typed(FieldDescriptorProto.Builder field, int index) {
    if (index < MESSAGES - 1 && random.nextInt(3) == 0) {
      int other = index + 1 + random.nextInt(MESSAGES - 1 - index);
      field.setType(FieldDescriptorProto.Type.TYPE_MESSAGE).setTypeName(".t.M" + other);
      return;
    }
    List<FieldDescriptorProto.Type> group = COMPATIBLE.get(random.nextInt(COMPATIBLE.size()));
    field.setType(group.get(random.nextInt(group.size())));
    if (field.getType() == FieldDescriptorProto.Type.TYPE_ENUM) {
      field.setTypeName(".t.Colour");
    }
  }

  private static void remove(DescriptorProto.Builder message, FieldDescriptorProto.Builder field) {
    if (field.hasOneofIndex()) {
      return;
    }
    int number = field.getNumber();
    List<FieldDescriptorProto> kept = new ArrayList<>(message.getFieldList());
    kept.removeIf(each -> each.getNumber() == number);
    message.clearField().addAllField(kept);
  }

  private void rename(FieldDescriptorProto.Builder field) {
    if (field.getTypeName().endsWith("Entry")
        || field.getType() == FieldDescriptorProto.Type.TYPE_GROUP) {
      return;
    }
    field.setName("r" + ++lastName);
  }

  private void retype(FieldDescriptorProto.Builder field) {
    for (List<FieldDescriptorProto.Type> group : COMPATIBLE) {
      if (group.contains(field.getType())) {
        field.setType(group.get(random.nextInt(group.size())));
      }
    }
  }

  private void reshape(FieldDescriptorProto.Builder field) {
    boolean scalar =
        field.getType() != FieldDescriptorProto.Type.TYPE_GROUP
            && field.getType() != FieldDescriptorProto.Type.TYPE_MESSAGE;
    if (scalar && !field.hasOneofIndex() && random.nextInt(3) == 0) {
      field.setLabel(Label.LABEL_REPEATED);
      return;
    }
    for (List<FieldDescriptorProto.Type> group : SAME_ON_THE_WIRE) {
      if (group.contains(field.getType())) {
        field.setType(group.get(random.nextInt(group.size()))).clearTypeName();
      }
    }
    if (field.getType() == FieldDescriptorProto.Type.TYPE_ENUM) {
      field.setTypeName(".t.Colour");
    }
  }

  private void intoOneof(DescriptorProto.Builder message, FieldDescriptorProto.Builder field) {
    boolean may =
        field.getLabel() == Label.LABEL_OPTIONAL
            && field.getType() != FieldDescriptorProto.Type.TYPE_GROUP;
    if (may && !field.hasOneofIndex()) {
      field.setOneofIndex(message.getOneofDeclCount());
      message.addOneofDecl(OneofDescriptorProto.newBuilder().setName("o" + ++lastName));
    }
  }

  private void reorder(DescriptorProto.Builder message) {
    List<FieldDescriptorProto> fields = new ArrayList<>(message.getFieldList());
    Collections.shuffle(fields, random);
    message.clearField().addAllField(fields);
  }

  private EnumValueDescriptorProto newColour(FileDescriptorProto.Builder file) {
    int number = file.getEnumType(0).getValueCount();
    return EnumValueDescriptorProto.newBuilder().setName("C" + number).setNumber(number).build();
  }

  private static FieldDescriptorProto.Builder field(String name, int number) {
    return FieldDescriptorProto.newBuilder().setName(name).setNumber(number);
  }
}
