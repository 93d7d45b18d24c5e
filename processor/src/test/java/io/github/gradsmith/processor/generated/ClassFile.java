package io.github.gradsmith.processor.generated;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.objectweb.asm.ClassReader;

/** What tests ask of the bytes of a class: lengths of code, and the classes it names. */
final class ClassFile {
  /** The class constants of the constant pool (Java Virtual Machine Specification, 4.4). */
  private static final int UTF8 = 1;

  private static final int CLASS = 7;
  private static final Pattern DESCRIPTOR = Pattern.compile("L([\\w/$]+)[;<]");

  private final ClassReader reader;
  private final char[] buffer;

  ClassFile(byte[] bytes) {
    reader = new ClassReader(bytes);
    buffer = new char[reader.getMaxStringLength()];
  }

  /** Bytes of code by name and descriptor of each method that has code. */
  Map<String, Integer> codeLengths() {
    Map<String, Integer> lengths = new LinkedHashMap<>();
    // Access, this and super class precede the interfaces, fields follow them (4.1).
    int at = reader.header + 8 + 2 * reader.readUnsignedShort(reader.header + 6);
    int fields = reader.readUnsignedShort(at);
    at += 2;
    for (int field = 0; field < fields; field++) {
      at = afterMember(at, lengths);
    }
    int methods = reader.readUnsignedShort(at);
    at += 2;
    for (int method = 0; method < methods; method++) {
      at = afterMember(at, lengths);
    }
    return lengths;
  }

  /** Steps over the field or method at an offset; notes the length of its code, if it has any. */
  private int afterMember(int start, Map<String, Integer> lengths) {
    int attributes = reader.readUnsignedShort(start + 6);
    int at = start + 8;
    for (int i = 0; i < attributes; i++) {
      if (reader.readUTF8(at, buffer).equals("Code")) {
        String name = reader.readUTF8(start + 2, buffer) + reader.readUTF8(start + 4, buffer);
        lengths.put(name, reader.readInt(at + 10)); // behind max_stack and max_locals (4.7.3)
      }
      at += 6 + reader.readInt(at + 2);
    }
    return at;
  }

  /** The internal names of all classes in the constant pool, those in descriptors included. */
  Set<String> referredClasses() {
    Set<String> names = new TreeSet<>();
    for (int i = 1; i < reader.getItemCount(); i++) {
      int at = reader.getItem(i);
      if (at == 0) {
        continue; // the second place of a long or a double
      }
      int tag = reader.readByte(at - 1);
      if (tag == CLASS) {
        String name = reader.readUTF8(at, buffer);
        if (!name.startsWith("[")) {
          names.add(name);
        }
      } else if (tag == UTF8) {
        addDescribed(utf8(at), names);
      }
    }
    return names;
  }

  private static void addDescribed(String text, Set<String> names) {
    Matcher matcher = DESCRIPTOR.matcher(text);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
  }

  private String utf8(int at) {
    int length = reader.readUnsignedShort(at);
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append((char) (reader.readByte(at + 2 + i) & 0xff));
    }
    return text.toString();
  }
}
