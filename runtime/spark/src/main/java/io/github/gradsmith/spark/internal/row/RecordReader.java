package io.github.gradsmith.spark.internal.row;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.apache.spark.sql.Row;
import scala.collection.Seq;

/** Makes records of rows that {@link RecordColumns} made. */
final class RecordReader {
  private final Class<?> type;
  private final RecordComponent[] components;
  private final RecordReader[] inner;
  private final Constructor<?> constructor;

  RecordReader(Class<?> type) {
    this.type = type;
    components = type.getRecordComponents();
    inner = new RecordReader[components.length];
    for (int i = 0; i < components.length; i++) {
      if (components[i].getType().isRecord()) {
        inner[i] = new RecordReader(components[i].getType());
      }
    }
    try {
      constructor =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
    constructor.setAccessible(true);
  }

  Object read(Row row) {
    Object[] values = new Object[components.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(i, row.get(i));
    }
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException(
          type.getSimpleName() + " refuses " + Arrays.toString(values), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private Object value(int i, Object value) {
    Class<?> wanted = components[i].getType();
    if (value == null) {
      if (wanted.isPrimitive()) {
        throw new IllegalArgumentException(
            name(i) + " is null in a row. Fill the column, or leave such rows out");
      }
      return null;
    }
    if (inner[i] != null) {
      return inner[i].read((Row) value);
    }
    if (wanted.isEnum()) {
      return constant(i, wanted, (String) value);
    }
    if (wanted == double[].class) {
      double[] numbers = new double[((Seq<?>) value).length()];
      for (int k = 0; k < numbers.length; k++) {
        numbers[k] = (Double) ((Seq<?>) value).apply(k);
      }
      return numbers;
    }
    if (wanted == float[].class) {
      float[] numbers = new float[((Seq<?>) value).length()];
      for (int k = 0; k < numbers.length; k++) {
        numbers[k] = (Float) ((Seq<?>) value).apply(k);
      }
      return numbers;
    }
    return value;
  }

  private Object constant(int i, Class<?> wanted, String name) {
    for (Object constant : wanted.getEnumConstants()) {
      if (((Enum<?>) constant).name().equals(name)) {
        return constant;
      }
    }
    throw new IllegalArgumentException(
        name(i)
            + " is "
            + name
            + " in a row; "
            + wanted.getSimpleName()
            + " has "
            + Arrays.toString(wanted.getEnumConstants()));
  }

  private String name(int i) {
    return type.getSimpleName() + "." + components[i].getName();
  }
}
