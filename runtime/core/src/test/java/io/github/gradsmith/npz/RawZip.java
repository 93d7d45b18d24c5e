package io.github.gradsmith.npz;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Puts archives together byte by byte, as the format says, without the JDK's writer, and remembers
 * where each number stands.
 */
final class RawZip {
  /**
   * How an entry is written.
   *
   * @param deflated whether it is compressed
   * @param piped whether its sizes follow it in a descriptor, as where a writer cannot go back
   * @param wide whether its sizes have 64 bits
   * @param marked whether its descriptor begins with a mark
   */
  record Form(boolean deflated, boolean piped, boolean wide, boolean marked) {
    static final Form STORED = new Form(false, false, false, true);
    static final Form DEFLATED = new Form(true, false, false, true);
  }

  /** A number in the file. */
  record Field(int offset, int bytes) {}

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
  private final List<Field> fields = new ArrayList<>();
  private final List<Field> directoryFields = new ArrayList<>();
  private int entries;

  /** Something before the archive. */
  RawZip prefix(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  RawZip entry(String name, byte[] content, Form form) {
    byte[] stored = form.deflated() ? deflated(content) : content;
    CRC32 crc = new CRC32();
    crc.update(content);
    return entry(name, stored, content.length, crc.getValue(), form);
  }

  /** An entry that is compressed already. */
  RawZip entry(String name, byte[] stored, long size, long crc, Form form) {
    byte[] text = name.getBytes(StandardCharsets.UTF_8);
    long offset = out.size();
    Numbers local = new Numbers(out, fields);
    local.put(0x04034b50, 4).put(form.wide() ? 45 : 20, 2);
    flagsAndMethod(local, form);
    long sizes = form.wide() ? 0xffffffffL : form.piped() ? 0 : stored.length;
    local.put(form.piped() ? 0 : crc, 4).put(sizes, 4);
    local.put(form.wide() ? 0xffffffffL : form.piped() ? 0 : size, 4);
    local.put(text.length, 2).put(form.wide() ? 20 : 0, 2);
    out.writeBytes(text);
    if (form.wide()) {
      local.put(1, 2).put(16, 2);
      local.put(form.piped() ? 0 : size, 8).put(form.piped() ? 0 : stored.length, 8);
    }
    out.writeBytes(stored);
    if (form.piped()) {
      descriptor(local, stored.length, size, crc, form);
    }
    Numbers central = new Numbers(directory, directoryFields);
    central.put(0x02014b50, 4).put(form.wide() ? 45 : 20, 2).put(form.wide() ? 45 : 20, 2);
    flagsAndMethod(central, form);
    central.put(crc, 4).put(form.wide() ? 0xffffffffL : stored.length, 4);
    central.put(form.wide() ? 0xffffffffL : size, 4).put(text.length, 2);
    central.put(form.wide() ? 28 : 0, 2).put(0, 2).put(0, 2).put(0, 2).put(0, 4);
    central.put(form.wide() ? 0xffffffffL : offset, 4);
    directory.writeBytes(text);
    if (form.wide()) {
      central.put(1, 2).put(24, 2).put(size, 8).put(stored.length, 8).put(offset, 8);
    }
    entries++;
    return this;
  }

  private static void flagsAndMethod(Numbers numbers, Form form) {
    numbers.put((form.piped() ? 8 : 0) | 1 << 11, 2).put(form.deflated() ? 8 : 0, 2);
    numbers.put(0, 2).put(0x21, 2);
  }

  private static void descriptor(Numbers numbers, long stored, long size, long crc, Form form) {
    if (form.marked()) {
      numbers.put(0x08074b50, 4);
    }
    int bytes = form.wide() ? 8 : 4;
    numbers.put(crc, 4).put(stored, bytes).put(size, bytes);
  }

  /** The file, its directory behind the entries. */
  byte[] end(boolean wide, byte[] comment) {
    int from = out.size();
    for (Field field : directoryFields) {
      fields.add(new Field(from + field.offset(), field.bytes()));
    }
    out.writeBytes(directory.toByteArray());
    Numbers end = new Numbers(out, fields);
    if (wide) {
      int at = out.size();
      end.put(0x06064b50, 4).put(44, 8).put(45, 2).put(45, 2).put(0, 4).put(0, 4);
      end.put(entries, 8).put(entries, 8).put(directory.size(), 8).put(from, 8);
      end.put(0x07064b50, 4).put(0, 4).put(at, 8).put(1, 4);
    }
    end.put(0x06054b50, 4).put(0, 2).put(0, 2);
    end.put(wide ? 0xffff : entries, 2).put(wide ? 0xffff : entries, 2);
    end.put(wide ? 0xffffffffL : directory.size(), 4).put(wide ? 0xffffffffL : from, 4);
    end.put(comment.length, 2);
    out.writeBytes(comment);
    return out.toByteArray();
  }

  byte[] end() {
    return end(false, new byte[0]);
  }

  /** All numbers of the file, once it is written. */
  List<Field> fields() {
    return fields;
  }

  static byte[] deflated(byte[] content) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    deflater.setInput(content);
    deflater.finish();
    byte[] buffer = new byte[content.length / 2 + 1024];
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return out.toByteArray();
  }

  /** Writes numbers, the lowest byte first. */
  private record Numbers(ByteArrayOutputStream out, List<Field> fields) {
    Numbers put(long value, int bytes) {
      fields.add(new Field(out.size(), bytes));
      byte[] all = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array();
      out.writeBytes(Arrays.copyOf(all, bytes));
      return this;
    }
  }
}
