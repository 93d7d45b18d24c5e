package io.github.gradsmith.processor.kernel;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Calls kernels of companions in a JVM that has the Vector API: reads calls from one file and
 * writes what is in the target array afterwards to another.
 */
final class SimdRun {
  /** Enough for HotSpot's optimizing compiler with the options of {@link SimdJvm}. */
  private static final int CALLS = 300;

  /** Kernels that were called so often. */
  private static final Set<String> COMPILED = new HashSet<>();

  private SimdRun() {}

  /** A call of {@code type.method(first, second, n)}. */
  record Call(String type, String method, double[] first, double[] second, int n) {
    void write(DataOutputStream out) throws IOException {
      out.writeUTF(type);
      out.writeUTF(method);
      out.writeInt(n);
      writeAll(out, first);
      writeAll(out, second);
    }

    static Call read(DataInputStream in) throws IOException {
      String type = in.readUTF();
      String method = in.readUTF();
      int n = in.readInt();
      return new Call(type, method, readAll(in), readAll(in), n);
    }

    /**
     * What the target holds after the call and, if it is the first of this method, many more, by
     * which it is compiled: an activation fills its second array, a slope its first.
     */
    double[] run() throws ReflectiveOperationException {
      Method kernel =
          Arrays.stream(Class.forName(type).getDeclaredMethods())
              .filter(candidate -> candidate.getName().equals(method))
              .findFirst()
              .orElseThrow(() -> new NoSuchMethodException(method));
      kernel.setAccessible(true);
      boolean isFloat = type.contains("Float");
      Object target = null;
      boolean compiled = method.startsWith("plain") || !COMPILED.add(type + "." + method);
      for (int i = 0; i < (compiled ? 1 : CALLS); i++) {
        Object one = isFloat ? floats(first) : first.clone();
        Object two = isFloat ? floats(second) : second.clone();
        kernel.invoke(null, one, two, n);
        target = method.endsWith("Slope") ? one : two;
      }
      return isFloat ? doubles((float[]) target) : (double[]) target;
    }
  }

  static void writeAll(DataOutputStream out, double[] values) throws IOException {
    out.writeInt(values.length);
    for (double value : values) {
      out.writeDouble(value);
    }
  }

  static double[] readAll(DataInputStream in) throws IOException {
    double[] values = new double[in.readInt()];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readDouble();
    }
    return values;
  }

  private static float[] floats(double[] values) {
    float[] result = new float[values.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = (float) values[i];
    }
    return result;
  }

  private static double[] doubles(float[] values) {
    double[] result = new double[values.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = values[i];
    }
    return result;
  }

  public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
    try (DataInputStream in =
            new DataInputStream(
                new BufferedInputStream(Files.newInputStream(Path.of(arguments[0]))));
        DataOutputStream out =
            new DataOutputStream(
                new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[1]))))) {
      int calls = in.readInt();
      for (int i = 0; i < calls; i++) {
        writeAll(out, Call.read(in).run());
      }
    }
  }
}
