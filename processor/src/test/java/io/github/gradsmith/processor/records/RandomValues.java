package io.github.gradsmith.processor.records;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;

/** Random values of random records. */
final class RandomValues {
  private static final int MISSING_OF = 4;

  private final Random random;

  RandomValues(long seed) {
    random = new Random(seed);
  }

  /** Some texts; among them marks that lists in files are written with. */
  static String word(int number) {
    return switch (number) {
      case 0 -> "";
      case 1 -> "a,b";
      case 2 -> "x|y(z)";
      case 3 -> "größer";
      default -> "street " + number;
    };
  }

  /** Records of a type. */
  List<Object> records(Class<?> type, List<Part> parts, int count) {
    List<Object> records = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      records.add(record(type, parts));
    }
    return records;
  }

  private Object record(Class<?> type, List<Part> parts) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      values[i] = value(types[i], components[i], parts.get(i));
    }
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private Object value(Class<?> type, RecordComponent component, Part part) {
    if (part.rule() instanceof Rule.Nested nested) {
      return record(type, nested.parts());
    } else if (part.rule() instanceof Rule.Ignored) {
      return List.of("anything");
    }
    boolean isMissing = part.isMissable() && random.nextInt(MISSING_OF) == 0;
    if (type == Optional.class) {
      String text = component.getGenericType().getTypeName();
      return isMissing ? Optional.empty() : Optional.of(constant(inner(type, text, component)));
    } else if (type == OptionalDouble.class) {
      return isMissing ? OptionalDouble.empty() : OptionalDouble.of(number(part));
    } else if (type == OptionalLong.class) {
      return isMissing ? OptionalLong.empty() : OptionalLong.of(Math.round(number(part)));
    } else if (type == OptionalInt.class) {
      return isMissing ? OptionalInt.empty() : OptionalInt.of((int) Math.round(number(part)));
    } else if (isMissing) {
      return type == double.class ? (Object) Double.NaN : type == float.class ? Float.NaN : null;
    } else if (type == String.class) {
      return word(random.nextInt(9));
    } else if (type == LocalTime.class) {
      return LocalTime.ofNanoOfDay((long) (random.nextDouble() * 86_400e9));
    } else if (type == boolean.class || type == Boolean.class) {
      return random.nextBoolean();
    } else if (type == double[].class) {
      double[] values = new double[size(part)];
      for (int i = 0; i < values.length; i++) {
        values[i] = number(part);
      }
      return values;
    } else if (type == float[].class) {
      float[] values = new float[size(part)];
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) number(part);
      }
      return values;
    }
    return type.isEnum() ? constant(type) : rounded(type, number(part));
  }

  private static Class<?> inner(Class<?> type, String text, RecordComponent component) {
    String name = text.substring(text.indexOf('<') + 1, text.length() - 1);
    try {
      return Class.forName(name, true, component.getDeclaringRecord().getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new AssertionError(type + " of " + name, e);
    }
  }

  private Object constant(Class<?> type) {
    Object[] constants = type.getEnumConstants();
    return constants[random.nextInt(constants.length)];
  }

  private static int size(Part part) {
    return part.rule() instanceof Rule.Standard standard
        ? standard.size()
        : ((Rule.Plain) part.rule()).size();
  }

  /** Rarely at the center itself, and rarely far off. */
  private double number(Part part) {
    int kind = random.nextInt(20);
    double off = kind == 0 ? 0 : kind == 1 ? 3 : random.nextGaussian();
    return part.center() + part.spread() * off;
  }

  private static Object rounded(Class<?> type, double value) {
    if (type == double.class || type == Double.class) {
      return value;
    } else if (type == float.class || type == Float.class) {
      return (float) value;
    } else if (type == long.class || type == Long.class) {
      return Math.round(value);
    } else if (type == int.class || type == Integer.class) {
      return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, Math.round(value)));
    } else if (type == short.class || type == Short.class) {
      return (short) Math.round(value);
    }
    return (byte) Math.max(Byte.MIN_VALUE, Math.min(Byte.MAX_VALUE, Math.round(value)));
  }
}
