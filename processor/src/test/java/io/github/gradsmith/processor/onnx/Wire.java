package io.github.gradsmith.processor.onnx;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** The fields of a protocol buffer as they lie in a file, to be damaged one by one. */
final class Wire {
  private static final int VARINT = 0;
  private static final int LONG = 1;
  private static final int BYTES = 2;
  private static final int INT = 5;

  private static final long[] SIZES = {
    0,
    1,
    2,
    3,
    7,
    16,
    17,
    255,
    100_000,
    1 << 20,
    Integer.MAX_VALUE,
    1L << 31,
    1L << 40,
    -1,
    -2,
    Long.MAX_VALUE,
    Long.MIN_VALUE
  };

  private int number;
  private int type;
  private long value;
  private byte[] content;

  private Wire(int number, int type, long value, byte[] content) {
    this.number = number;
    this.type = type;
    this.value = value;
    this.content = content;
  }

  /** The fields, or nothing if the bytes are none. */
  static Optional<List<Wire>> parse(byte[] bytes) {
    List<Wire> fields = new ArrayList<>();
    int[] at = {0};
    try {
      while (at[0] < bytes.length) {
        long tag = varint(bytes, at);
        int type = (int) (tag & 7);
        long value = type == VARINT || type == BYTES ? varint(bytes, at) : 0;
        int length = type == BYTES ? (int) value : type == LONG ? 8 : type == INT ? 4 : 0;
        if (tag >>> 3 == 0
            || length < 0
            || length > bytes.length - at[0]
            || type == 3
            || type > 5) {
          return Optional.empty();
        }
        byte[] content = java.util.Arrays.copyOfRange(bytes, at[0], at[0] + length);
        at[0] += length;
        fields.add(new Wire((int) (tag >>> 3), type, value, content));
      }
    } catch (ArrayIndexOutOfBoundsException e) {
      return Optional.empty();
    }
    return Optional.of(fields);
  }

  private static long varint(byte[] bytes, int[] at) {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      byte b = bytes[at[0]++];
      value |= (b & 0x7fL) << shift;
      if (b >= 0) {
        break;
      }
    }
    return value;
  }

  /** A message with one fault in one of its fields, or in a field of one of those. */
  static byte[] damaged(byte[] message, Random random) {
    Optional<List<Wire>> parsed = parse(message);
    if (parsed.isEmpty() || parsed.get().isEmpty() || random.nextInt(12) == 0) {
      return damagedBytes(message, random);
    }
    List<Wire> fields = parsed.get();
    int place = random.nextInt(fields.size());
    Wire field = fields.get(place);
    boolean goesDeeper = field.type == BYTES && field.content.length > 0 && random.nextInt(4) > 0;
    if (goesDeeper) {
      field.content = damaged(field.content, random);
    } else {
      change(fields, place, random);
    }
    return bytes(fields, random);
  }

  private static void change(List<Wire> fields, int place, Random random) {
    Wire field = fields.get(place);
    switch (random.nextInt(9)) {
      case 0 -> fields.remove(place);
      case 1 -> fields.add(random.nextInt(fields.size() + 1), field);
      case 2 -> fields.set(place, fields.set(random.nextInt(fields.size()), field));
      case 3 -> field.number = 1 + random.nextInt(random.nextBoolean() ? 24 : 1 << 20);
      case 4 -> field.type = random.nextInt(6);
      case 5 -> field.content = packed(random);
      case 6 -> nest(field, random);
      case 7 -> many(fields, field, random);
      default -> {
        field.value = SIZES[random.nextInt(SIZES.length)];
        field.content = field.type == BYTES ? damagedBytes(field.content, random) : field.content;
      }
    }
  }

  /** Numbers one after another, up to a hundred thousand of them. */
  private static byte[] packed(Random random) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int count = random.nextInt(8) == 0 ? 100_000 : random.nextInt(6);
    for (int i = 0; i < count; i++) {
      write(out, random.nextBoolean() ? i : SIZES[random.nextInt(SIZES.length)]);
    }
    return out.toByteArray();
  }

  /** A message within itself, deeper than a parser should follow. */
  private static void nest(Wire field, Random random) {
    int depth = random.nextInt(200);
    for (int i = 0; i < depth && field.content.length < 10_000; i++) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      write(out, (long) field.number << 3 | BYTES);
      write(out, field.content.length);
      out.writeBytes(field.content);
      field.content = out.toByteArray();
    }
    field.type = BYTES;
  }

  private static void many(List<Wire> fields, Wire field, Random random) {
    int count = random.nextInt(10) == 0 ? 20_000 : random.nextInt(30);
    for (int i = 0; i < count && field.content.length < 100; i++) {
      fields.add(field);
    }
  }

  private static byte[] damagedBytes(byte[] bytes, Random random) {
    byte[] damaged = bytes.clone();
    switch (random.nextInt(4)) {
      case 0 -> damaged = java.util.Arrays.copyOf(damaged, random.nextInt(damaged.length + 1));
      case 1 -> damaged = java.util.Arrays.copyOf(damaged, damaged.length + random.nextInt(9));
      default -> {
        for (int n = 1 + random.nextInt(3); n > 0 && damaged.length > 0; n--) {
          int at = random.nextInt(damaged.length);
          damaged[at] =
              (byte)
                  (random.nextBoolean() ? damaged[at] ^ 1 << random.nextInt(8) : random.nextInt());
        }
      }
    }
    return damaged;
  }

  /** Mostly with right lengths, now and then with a wrong one or a number without an end. */
  private static byte[] bytes(List<Wire> fields, Random random) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Wire field : fields) {
      boolean isWrong = random.nextInt(40 * fields.size()) == 0;
      write(out, (long) field.number << 3 | field.type);
      if (field.type == VARINT) {
        write(out, field.value);
      } else {
        if (field.type == BYTES) {
          write(out, isWrong ? SIZES[random.nextInt(SIZES.length)] : field.content.length);
        }
        out.writeBytes(field.content);
      }
      if (isWrong && random.nextBoolean()) {
        out.writeBytes(new byte[] {-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1});
      }
    }
    return out.toByteArray();
  }

  private static void write(ByteArrayOutputStream out, long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      out.write((int) (rest & 0x7f | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }
}
