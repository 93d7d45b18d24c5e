package io.github.gradsmith.spark.internal.data;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.IntegralType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructType;

/** Asks a schema for columns before any job starts; each error names the column. */
public final class Columns {
  private Columns() {}

  /**
   * The type of a column.
   *
   * @param role what the column is for
   * @throws IllegalArgumentException if there is none of that name
   */
  public static DataType type(StructType schema, String name, String role) {
    for (String field : schema.fieldNames()) {
      if (field.equals(name)) {
        return schema.apply(name).dataType();
      }
    }
    String near =
        Arrays.stream(schema.fieldNames())
            .filter(field -> field.equalsIgnoreCase(name))
            .findFirst()
            .map(field -> " Is it " + field + "? Names are compared letter by letter.")
            .orElse("");
    throw new IllegalArgumentException(
        "the column "
            + name
            + " ("
            + role
            + ") is missing; the table has "
            + Arrays.stream(schema.fieldNames()).collect(joining(", "))
            + "."
            + near);
  }

  /** A column of vectors. */
  public static void requireVector(StructType schema, String name, String role) {
    DataType type = type(schema, name, role);
    if (!type.equals(SQLDataTypes.VectorType())) {
      throw wrong(name, role, type, "a vector: use a VectorAssembler, or array_to_vector");
    }
  }

  /** A column of vectors, or of arrays of float or double. */
  public static DataType requireNumbers(StructType schema, String name, String role) {
    DataType type = type(schema, name, role);
    if (!type.equals(SQLDataTypes.VectorType()) && !isNumbers(type)) {
      throw wrong(name, role, type, "an array<float>, an array<double> or a vector");
    }
    return type;
  }

  private static boolean isNumbers(DataType type) {
    return type instanceof ArrayType array
        && (array.elementType().equals(DataTypes.FloatType)
            || array.elementType().equals(DataTypes.DoubleType));
  }

  /** A column of numbers. */
  public static void requireNumber(StructType schema, String name, String role) {
    DataType type = type(schema, name, role);
    if (!(type instanceof NumericType)) {
      throw wrong(name, role, type, "a number");
    }
  }

  /** A column that puts rows in an order: whole numbers or strings. */
  public static void requireId(StructType schema, String name) {
    String role = "the row's id";
    if (name.isEmpty()) {
      throw new IllegalArgumentException(
          "rowIdCol is not set. Rows of a table have no order, and training needs one: name a"
              + " column that differs in every row, setRowIdCol(\"id\")");
    }
    DataType type = type(schema, name, role);
    if (!(type instanceof IntegralType) && !type.equals(DataTypes.StringType)) {
      throw wrong(name, role, type, "a whole number or a string");
    }
  }

  /** A column of that name that is not there yet. */
  public static void requireFree(StructType schema, String name) {
    if (Arrays.asList(schema.fieldNames()).contains(name)) {
      throw new IllegalArgumentException(
          "the column " + name + " is there already; give the new one another name");
    }
  }

  /** That a column is of another type. */
  public static IllegalArgumentException wrong(
      String name, String role, DataType type, String expected) {
    return new IllegalArgumentException(
        "the column "
            + name
            + " ("
            + role
            + ") is of type "
            + type.simpleString()
            + ", expected "
            + expected);
  }
}
