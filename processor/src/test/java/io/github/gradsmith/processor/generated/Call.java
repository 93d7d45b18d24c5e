package io.github.gradsmith.processor.generated;

import io.github.gradsmith.DoubleNetwork;
import io.github.gradsmith.FloatNetwork;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;

/**
 * A call of a network's method, told apart by name and number of arguments; one table of calls thus
 * serves both precisions.
 */
record Call(boolean single, String method, Object... arguments) {
  /** A row of {@code width} values. */
  static Object row(boolean single, int width) {
    Object row = Array.newInstance(single ? float.class : double.class, width);
    for (int i = 0; i < width; i++) {
      Array.set(row, i, number(single, 0.25));
    }
    return row;
  }

  /** Rows of the given widths; −1 stands for a missing row. */
  static Object rows(boolean single, int... widths) {
    Object rows = Array.newInstance(single ? float[].class : double[].class, widths.length);
    for (int i = 0; i < widths.length; i++) {
      Array.set(rows, i, widths[i] < 0 ? null : row(single, widths[i]));
    }
    return rows;
  }

  static Object number(boolean single, double value) {
    if (single) {
      return (float) value;
    }
    return value;
  }

  /** Calls the method of {@code network} and throws what it throws. */
  Object on(Object network) throws Throwable {
    try {
      return declared().invoke(network, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /** The name and the number of arguments. */
  String signature() {
    return method + "/" + arguments.length;
  }

  /** The contents of all arguments. */
  String contents() {
    return Arrays.deepToString(arguments);
  }

  private Method declared() {
    return Arrays.stream((single ? FloatNetwork.class : DoubleNetwork.class).getMethods())
        .filter(candidate -> candidate.getName().equals(method))
        .filter(candidate -> candidate.getParameterCount() == arguments.length)
        .findAny()
        .orElseThrow();
  }

  @Override
  public String toString() {
    return (single ? "float " : "double ") + signature();
  }
}
