package io.github.gradsmith.npz;

import static io.github.gradsmith.fuzz.Mutations.one;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Puts arrays of NumPy together byte by byte, as the format says, without the writer. */
final class RawArray {
  /** The bits of all numbers that a half can hold. */
  private static final Map<Double, Short> HALVES =
      IntStream.range(0, 1 << 16)
          .boxed()
          .collect(Collectors.toMap(RawArray::valueOfHalf, Integer::shortValue, (a, b) -> a));

  int version = 1;
  String descr = "'<f4'";
  String order = "False";
  String shape;
  String text;
  byte[] data;

  /** Values by rows, as Python wrote them: four or eight bytes, or two of a half. */
  static RawArray of(double[] values, int[] shape, String type, boolean byColumns) {
    RawArray array = new RawArray();
    array.descr = "'" + type + "'";
    array.order = byColumns ? "True" : "False";
    array.shape = shape(shape, "", ", ");
    int bytes = type.charAt(type.length() - 1) - '0';
    ByteBuffer data = ByteBuffer.allocate(values.length * bytes);
    data.order(type.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    int[] index = new int[shape.length];
    for (int k = 0; k < values.length; k++) {
      put(data, bytes, values[row(index, shape)]);
      step(index, shape, byColumns);
    }
    array.data = data.array();
    return array;
  }

  private static void put(ByteBuffer data, int bytes, double value) {
    switch (bytes) {
      case 2 -> data.putShort(HALVES.get(value));
      case 4 -> data.putFloat((float) value);
      default -> data.putDouble(value);
    }
  }

  /** What the definition says: (-1)^s 2^(e - 15) (1 + f / 1024), and below 2^-14 without the 1. */
  static double valueOfHalf(int bits) {
    double sign = (bits & 0x8000) == 0 ? 1 : -1;
    int exponent = bits / 1024 % 32;
    double fraction = bits % 1024 / 1024.0;
    if (exponent == 31) {
      return fraction == 0 ? sign * Double.POSITIVE_INFINITY : Double.NaN;
    }
    return exponent == 0
        ? sign * fraction * StrictMath.pow(2, -14)
        : sign * (1 + fraction) * StrictMath.pow(2, exponent - 15);
  }

  /** The number of an element by rows. */
  private static int row(int[] index, int[] shape) {
    int number = 0;
    for (int k = 0; k < shape.length; k++) {
      number = number * shape[k] + index[k];
    }
    return number;
  }

  /** The next element in the order of the file. */
  private static void step(int[] index, int[] shape, boolean byColumns) {
    for (int n = 0; n < shape.length; n++) {
      int k = byColumns ? n : shape.length - 1 - n;
      if (++index[k] < shape[k]) {
        return;
      }
      index[k] = 0;
    }
  }

  private static String shape(int[] shape, String suffix, String separator) {
    String inner =
        Arrays.stream(shape).mapToObj(d -> d + suffix).collect(Collectors.joining(separator));
    return "(" + inner + (shape.length == 1 ? ",)" : ")");
  }

  /** Another spelling of the same header, which Python reads as well. */
  RawArray spelt(Random random) {
    if (random.nextBoolean()) {
      shape = shape.replaceAll("([0-9]+)", "$1L");
    }
    String quote = one(random, "'", "\"", "u'");
    descr = descr.replace("'", quote.substring(quote.length() - 1));
    String[] entries = {
      key(quote, "descr") + ":" + space(random) + descr,
      key(quote, "fortran_order") + space(random) + ": " + order,
      key(quote, "shape") + ": " + shape
    };
    if (random.nextBoolean()) {
      String first = entries[0];
      entries[0] = entries[2];
      entries[2] = first;
    }
    text =
        "{"
            + String.join("," + space(random), entries)
            + (random.nextBoolean() ? "," : "")
            + space(random)
            + "}";
    return this;
  }

  private static String key(String quote, String name) {
    return quote + name + quote.substring(quote.length() - 1);
  }

  private static String space(Random random) {
    return one(random, "", " ", "  ", "\n", "\t");
  }

  /** The header, padded as NumPy pads it, and the data. */
  byte[] bytes() {
    String header =
        text != null
            ? text
            : "{'descr': " + descr + ", 'fortran_order': " + order + ", 'shape': " + shape + ", }";
    byte[] encoded =
        header.getBytes(version < 3 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    int start = version == 1 ? 10 : 12;
    int length = (start + encoded.length + 1 + 63) / 64 * 64 - start;
    byte[] padded = Arrays.copyOf(encoded, length);
    Arrays.fill(padded, encoded.length, length, (byte) ' ');
    padded[length - 1] = '\n';
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) version, 0});
    for (int k = 0; k < (version == 1 ? 2 : 4); k++) {
      out.write(length >>> 8 * k);
    }
    out.writeBytes(padded);
    out.writeBytes(data);
    return out.toByteArray();
  }
}
