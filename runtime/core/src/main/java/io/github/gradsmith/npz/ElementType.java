package io.github.gradsmith.npz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the values of an array are.
 *
 * @see <a href="https://numpy.org/doc/stable/reference/arrays.dtypes.html">NumPy's types</a>
 */
final class ElementType {
  private static final String CONVERT = "convert it with astype('float32')";
  private static final Pattern CODE = Pattern.compile("([<>=|]?)([A-Za-z?])([0-9]*)(?:\\[.*])?");

  /** Names and letters for which a code with a number of bytes stands as well. */
  private static final Map<String, String> SAME =
      Map.ofEntries(
          Map.entry("float16", "f2"),
          Map.entry("half", "f2"),
          Map.entry("e", "f2"),
          Map.entry("float32", "f4"),
          Map.entry("single", "f4"),
          Map.entry("f", "f4"),
          Map.entry("float64", "f8"),
          Map.entry("double", "f8"),
          Map.entry("float", "f8"),
          Map.entry("d", "f8"),
          Map.entry("g", "f16"),
          Map.entry("F", "c8"),
          Map.entry("D", "c16"),
          Map.entry("G", "c32"),
          Map.entry("?", "b1"),
          Map.entry("b", "i1"),
          Map.entry("B", "u1"),
          Map.entry("h", "i2"),
          Map.entry("H", "u2"),
          Map.entry("i", "i4"),
          Map.entry("I", "u4"),
          Map.entry("l", "i8"),
          Map.entry("L", "u8"),
          Map.entry("q", "i8"),
          Map.entry("Q", "u8"));

  private final int bytes;
  private final ByteOrder order;
  private final String problem;
  private final String cure;

  private ElementType(int bytes, ByteOrder order, String problem, String cure) {
    this.bytes = bytes;
    this.order = order;
    this.problem = problem;
    this.cure = cure;
  }

  private static ElementType other(String problem, String cure) {
    return new ElementType(0, ByteOrder.nativeOrder(), problem, cure);
  }

  /** The type that the entry {@code descr} of a header tells. */
  static ElementType of(Object descr) {
    if (!(descr instanceof String)) {
      return other("is a structured array", "save each of its fields as an array of its own");
    }
    String written = (String) descr;
    String order = written.matches("[<>=|].+") ? written.substring(0, 1) : "";
    String code = written.substring(order.length());
    Matcher matcher = CODE.matcher(order + SAME.getOrDefault(code, code));
    return matcher.matches() && matcher.group(3).length() < 10
        ? of(matcher, written)
        : other("is of the unknown type " + written, CONVERT);
  }

  private static ElementType of(Matcher code, String written) {
    int bytes = code.group(3).isEmpty() ? 0 : Integer.parseInt(code.group(3));
    long bits = 8L * bytes;
    switch (code.group(2)) {
      case "f":
        return bytes == 2 || bytes == 4 || bytes == 8
            ? new ElementType(bytes, order(code.group(1)), null, null)
            : other("holds float" + bits + " numbers", CONVERT);
      case "i":
        return other("holds int" + bits + " numbers", CONVERT);
      case "u":
        return other("holds uint" + bits + " numbers", CONVERT);
      case "b":
        return other("holds truth values (bool)", CONVERT);
      case "c":
        return other("holds complex numbers (complex" + bits + ")", "save their real parts");
      case "O":
        return other("holds pickled Python objects", "save an array of numbers for each of them");
      case "U":
        return other("holds texts (" + written + ")", CONVERT);
      case "S":
      case "a":
        return other("holds byte strings (" + written + ")", CONVERT);
      case "V":
        return other("holds raw bytes (" + written + ")", "view them as numbers first");
      case "M":
        return other("holds dates (" + written + ")", CONVERT);
      case "m":
        return other("holds spans of time (" + written + ")", CONVERT);
      default:
        return other("is of the unknown type " + written, CONVERT);
    }
  }

  /** Machines of another order than little-endian say so. */
  private static ByteOrder order(String sign) {
    return sign.equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
  }

  /** Why its values are no numbers to compute with, as what follows "it"; nothing if they are. */
  Optional<String> problem() {
    return Optional.ofNullable(problem);
  }

  /** What to do about that. */
  String cure() {
    return cure;
  }

  /** Bytes of one value. */
  int bytes() {
    return bytes;
  }

  /** The bytes as numbers of this type's order. */
  ByteBuffer wrap(byte[] values) {
    return ByteBuffer.wrap(values).order(order);
  }
}
