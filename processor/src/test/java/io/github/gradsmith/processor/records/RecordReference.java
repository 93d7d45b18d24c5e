package io.github.gradsmith.processor.records;

import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.math.BigInteger;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Records as numbers, written from what is promised of them: components are read by reflection,
 * mean and variance taken by Welford's update, everything computed in double. It shares no code
 * with the processor or the runtime.
 */
final class RecordReference {
  private final List<Part> parts;
  private final Map<String, Moments> moments = new HashMap<>();

  /** Learns from rows. */
  RecordReference(List<Part> parts, List<Object> rows) {
    this.parts = parts;
    for (Object row : rows) {
      learn(parts, row, "");
    }
  }

  /** Mean, variance and ends of a number. */
  private static final class Moments {
    long count;
    double mean;
    double squares;
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;

    void add(double value) {
      count++;
      double before = value - mean;
      mean = mean + before / count;
      squares = squares + before * (value - mean);
      least = Math.min(least, value);
      most = Math.max(most, value);
    }

    double deviation() {
      double variance = count == 0 ? 0 : squares / count;
      return variance == 0 ? 1 : Math.sqrt(variance);
    }

    double span() {
      return count == 0 || most == least ? 1 : most - least;
    }
  }

  private void learn(List<Part> of, Object row, String path) {
    for (Part part : of) {
      Object value = value(row, part.name());
      String name = path + part.name();
      if (part.rule() instanceof Rule.Nested nested) {
        learn(nested.parts(), value, name + ".");
      } else if (part.rule() instanceof Rule.Standard || part.rule() instanceof Rule.Range) {
        double[] numbers = numbers(value);
        for (int i = 0; i < numbers.length; i++) {
          Moments known = moments.computeIfAbsent(name + i, key -> new Moments());
          if (!Double.isNaN(numbers[i])) {
            known.add(numbers[i]);
          }
        }
      }
    }
  }

  /** A row as numbers, not yet rounded. */
  double[] encoded(Object row) {
    return array(encode(parts, row, "", true));
  }

  /** The same without scaling by statistics; missing numbers are NaN. */
  double[] raw(Object row) {
    return array(encode(parts, row, "", false));
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Whether arithmetic alone makes an input, no sine. */
  boolean[] areExact() {
    List<Boolean> exact = new ArrayList<>();
    addExact(exact, parts);
    boolean[] array = new boolean[exact.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = exact.get(i);
    }
    return array;
  }

  private static void addExact(List<Boolean> exact, List<Part> of) {
    for (Part part : of) {
      if (part.rule() instanceof Rule.Nested nested) {
        addExact(exact, nested.parts());
      } else {
        boolean isCycle = part.rule() instanceof Rule.Cycle;
        exact.addAll(Collections.nCopies(part.width(), !isCycle));
      }
    }
  }

  private List<Double> encode(List<Part> of, Object row, String path, boolean isScaled) {
    List<Double> x = new ArrayList<>();
    for (Part part : of) {
      Object value = value(row, part.name());
      String name = path + part.name();
      if (part.rule() instanceof Rule.Nested nested) {
        x.addAll(encode(nested.parts(), value, name + ".", isScaled));
      } else if (!(part.rule() instanceof Rule.Ignored)) {
        x.addAll(encode(part, value, name, isScaled));
        if (part.isMissable()) {
          x.add(isMissing(value) ? 1.0 : 0.0);
        }
      }
    }
    return x;
  }

  private List<Double> encode(Part part, Object value, String name, boolean isScaled) {
    Rule rule = part.rule();
    if (rule instanceof Rule.Standard || rule instanceof Rule.Range) {
      List<Double> x = new ArrayList<>();
      double[] numbers = numbers(value);
      for (int i = 0; i < numbers.length; i++) {
        boolean isRange = rule instanceof Rule.Range;
        x.add(isScaled ? scaled(numbers[i], moments.get(name + i), isRange) : numbers[i]);
      }
      return x;
    }
    if (isMissing(value)) {
      return Collections.nCopies(part.width() - 1, 0.0);
    }
    if (rule instanceof Rule.Plain) {
      return Arrays.stream(numbers(value)).boxed().toList();
    } else if (rule instanceof Rule.Rescaled by) {
      return List.of(numbers(value)[0] * by.scale() + by.offset());
    } else if (rule instanceof Rule.Bins bins) {
      long bin = bins.edges().stream().filter(edge -> numbers(value)[0] >= edge).count();
      return oneOf(bins.edges().size() + 1, (int) bin);
    } else if (rule instanceof Rule.Cycle cycle) {
      double angle = 2 * Math.PI * (place(value) / cycle.period());
      return List.of(Math.sin(angle), Math.cos(angle));
    } else if (rule instanceof Rule.Flag) {
      return List.of((Boolean) value ? 1.0 : 0.0);
    } else if (rule instanceof Rule.OneHot columns) {
      return oneOf(columns.constants(), (int) place(value));
    } else if (rule instanceof Rule.Position) {
      return List.of(place(value));
    } else if (rule instanceof Rule.Hash hash) {
      return oneOf(hash.bins(), hash((String) value, hash.bins()));
    }
    List<String> words = ((Rule.Words) rule).words();
    int word = words.indexOf((String) value);
    return oneOf(words.size() + 1, word < 0 ? words.size() : word);
  }

  private static double scaled(double value, Moments known, boolean isRange) {
    if (isRange) {
      return ((Double.isNaN(value) ? known.mean : value) - known.least) / known.span();
    }
    return Double.isNaN(value) ? 0 : (value - known.mean) * (1 / known.deviation());
  }

  /** What an output of the target of that name means. */
  double decoded(Part part, double a) {
    Moments known = moments.get(part.name() + 0);
    if (part.rule() instanceof Rule.Standard) {
      return a * known.deviation() + known.mean;
    } else if (part.rule() instanceof Rule.Range) {
      return a * known.span() + known.least;
    } else if (part.rule() instanceof Rule.Rescaled by) {
      return (a - by.offset()) / by.scale();
    }
    return a;
  }

  private static List<Double> oneOf(int count, int one) {
    List<Double> x = new ArrayList<>(Collections.nCopies(count, 0.0));
    x.set(one, 1.0);
    return x;
  }

  /** An accessor's result. */
  static Object value(Object record, String component) {
    try {
      Method accessor = record.getClass().getMethod(component);
      accessor.setAccessible(true);
      return accessor.invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static boolean isMissing(Object value) {
    return value == null
        || value instanceof Double number && number.isNaN()
        || value instanceof Float single && single.isNaN()
        || value instanceof Optional<?> optional && optional.isEmpty()
        || value instanceof OptionalInt whole && whole.isEmpty()
        || value instanceof OptionalLong large && large.isEmpty()
        || value instanceof OptionalDouble real && real.isEmpty();
  }

  private static double[] numbers(Object value) {
    if (value != null && value.getClass().isArray()) {
      double[] numbers = new double[Array.getLength(value)];
      Arrays.setAll(numbers, i -> Array.getDouble(value, i));
      return numbers;
    }
    return new double[] {isMissing(value) ? Double.NaN : place(value)};
  }

  /** A number, the place of a constant, or the nanoseconds of a time. */
  private static double place(Object value) {
    if (value instanceof Number number) {
      return number.doubleValue();
    } else if (value instanceof OptionalInt whole) {
      return whole.getAsInt();
    } else if (value instanceof OptionalLong large) {
      return large.getAsLong();
    } else if (value instanceof OptionalDouble real) {
      return real.getAsDouble();
    } else if (value instanceof LocalTime time) {
      return time.toNanoOfDay();
    }
    Object constant = value instanceof Optional<?> optional ? optional.get() : value;
    return ((Enum<?>) constant).ordinal();
  }

  /** FNV-1a over UTF-16 units and the finisher of SplitMix64, in integers of any size. */
  private static int hash(String text, int bins) {
    BigInteger mask = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);
    BigInteger h = new BigInteger("cbf29ce484222325", 16);
    for (char unit : text.toCharArray()) {
      h = h.xor(BigInteger.valueOf(unit)).multiply(new BigInteger("100000001b3", 16)).and(mask);
    }
    h = h.xor(h.shiftRight(30)).multiply(new BigInteger("bf58476d1ce4e5b9", 16)).and(mask);
    h = h.xor(h.shiftRight(27)).multiply(new BigInteger("94d049bb133111eb", 16)).and(mask);
    return h.xor(h.shiftRight(31)).mod(BigInteger.valueOf(bins)).intValue();
  }
}
