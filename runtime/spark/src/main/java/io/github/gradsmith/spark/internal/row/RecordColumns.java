package io.github.gradsmith.spark.internal.row;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.struct;

import io.github.gradsmith.spark.internal.data.Columns;
import io.github.gradsmith.spark.internal.data.Source;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The columns of a record: one for each component, of its name. Whole numbers may widen, and floats
 * to doubles; nothing is rounded in silence.
 */
public final class RecordColumns {
  private static final Map<Class<?>, Set<DataType>> NUMBERS =
      Map.of(
          double.class,
          Set.of(
              DataTypes.DoubleType,
              DataTypes.FloatType,
              DataTypes.IntegerType,
              DataTypes.ShortType,
              DataTypes.ByteType),
          float.class,
          Set.of(DataTypes.FloatType, DataTypes.ShortType, DataTypes.ByteType),
          long.class,
          Set.of(
              DataTypes.LongType, DataTypes.IntegerType, DataTypes.ShortType, DataTypes.ByteType),
          int.class,
          Set.of(DataTypes.IntegerType, DataTypes.ShortType, DataTypes.ByteType),
          short.class,
          Set.of(DataTypes.ShortType, DataTypes.ByteType),
          byte.class,
          Set.of(DataTypes.ByteType),
          boolean.class,
          Set.of(DataTypes.BooleanType));

  private static final Map<Class<?>, DataType> TYPES =
      Map.of(
          double.class, DataTypes.DoubleType,
          float.class, DataTypes.FloatType,
          long.class, DataTypes.LongType,
          int.class, DataTypes.IntegerType,
          short.class, DataTypes.ShortType,
          byte.class, DataTypes.ByteType,
          boolean.class, DataTypes.BooleanType);

  private RecordColumns() {}

  /**
   * The columns of a record as one column.
   *
   * @throws IllegalArgumentException if one is missing or of another type; it names the component
   */
  public static Column of(Class<?> record, StructType schema) {
    return struct(
        Arrays.stream(record.getRecordComponents())
            .map(
                component ->
                    column(
                        component,
                        record.getSimpleName(),
                        schema,
                        col(Source.quoted(component.getName()))))
            .toArray(Column[]::new));
  }

  private static Column column(
      RecordComponent component, String owner, StructType schema, Column column) {
    String name = component.getName();
    String role = owner + "." + name + ", " + component.getType().getSimpleName();
    DataType type = Columns.type(schema, name, role);
    Class<?> wanted = Components.unwrapped(component.getType());
    if (wanted.isRecord()) {
      if (!(type instanceof StructType inner)) {
        throw Columns.wrong(name, role, type, "a struct");
      }
      return struct(
              Arrays.stream(wanted.getRecordComponents())
                  .map(
                      part ->
                          column(
                              part, wanted.getSimpleName(), inner, column.getField(part.getName())))
                  .toArray(Column[]::new))
          .as(name);
    }
    if (wanted == String.class || wanted.isEnum()) {
      return required(name, role, type, Set.of(DataTypes.StringType), column);
    }
    if (wanted == double[].class || wanted == float[].class) {
      DataType element = wanted == double[].class ? DataTypes.DoubleType : DataTypes.FloatType;
      if (!(type instanceof ArrayType array) || !array.elementType().equals(element)) {
        throw Columns.wrong(name, role, type, "array<" + element.simpleString() + ">");
      }
      return column.as(name);
    }
    Set<DataType> fitting = NUMBERS.get(wanted);
    if (fitting == null) {
      throw new IllegalArgumentException(
          role
              + " is read from no column. Components are numbers, boolean, String, enums, arrays of"
              + " numbers and records of these; make a record for the table and encode it yourself");
    }
    return required(name, role, type, fitting, column).cast(TYPES.get(wanted)).as(name);
  }

  private static Column required(
      String name, String role, DataType type, Set<DataType> fitting, Column column) {
    if (!fitting.contains(type)) {
      String expected =
          fitting.stream()
              .map(DataType::simpleString)
              .sorted()
              .reduce((a, b) -> a + ", " + b)
              .get();
      throw Columns.wrong(
          name, role, type, (fitting.size() == 1 ? "" : "one of ") + expected + "; cast it");
    }
    return column.as(name);
  }
}
