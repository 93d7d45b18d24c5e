package io.github.gradsmith.spark.internal.data;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.github.gradsmith.spark.internal.net.Sample;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The columns that a network learns from.
 *
 * @param features the column of inputs
 * @param label the column of the label
 * @param weight the column of weights, or empty
 * @param id the column that orders the rows
 * @param outputs the network's outputs
 * @param classifies whether the label is the number of a class
 */
public record Source(
    String features, String label, String weight, String id, int outputs, boolean classifies)
    implements Serializable {
  /**
   * Refuses tables without these columns.
   *
   * @throws IllegalArgumentException that names the column
   */
  public void requireIn(StructType schema) {
    Columns.requireNumbers(schema, features, "the features");
    Columns.requireNumber(schema, label, "the label");
    if (!weight.isEmpty()) {
      Columns.requireNumber(schema, weight, "the weight");
    }
    Columns.requireId(schema, id);
  }

  /**
   * The rows in the order of their ids: id, features, label, weight, and further columns. Rows of
   * weight 0 are left out.
   */
  public Dataset<Row> select(Dataset<?> table, Column... more) {
    Column weights = weight.isEmpty() ? lit(1.0) : col(quoted(weight)).cast(DataTypes.DoubleType);
    List<Column> columns = new ArrayList<>();
    columns.add(col(quoted(id)).as("id"));
    columns.add(col(quoted(features)).as("features"));
    columns.add(col(quoted(label)).cast(DataTypes.DoubleType).as("label"));
    columns.add(weights.as("weight"));
    columns.addAll(List.of(more));
    Dataset<Row> rows = table.toDF().select(columns.toArray(Column[]::new));
    return weight.isEmpty() ? rows : rows.where("weight is null or weight <> 0");
  }

  /** A name that may hold dots. */
  public static String quoted(String name) {
    return "`" + name.replace("`", "``") + "`";
  }

  /**
   * A row of {@link #select}.
   *
   * @throws IllegalArgumentException if a value is null, a weight negative or a label no class
   */
  public Sample sample(Row row) {
    Object key = key(row);
    if (row.isNullAt(2)) {
      throw wrong("label", label, key, "null");
    }
    if (row.isNullAt(3) || !(row.getDouble(3) >= 0) || Double.isInfinite(row.getDouble(3))) {
      throw wrong("weight", weight, key, String.valueOf(row.get(3)));
    }
    double y = row.getDouble(2);
    double[] x = Numbers.of(row.get(1));
    if (!classifies) {
      return new Sample(x, new double[] {y}, row.getDouble(3));
    }
    int classes = Math.max(2, outputs);
    if (y != Math.rint(y) || y < 0 || y >= classes) {
      throw new IllegalArgumentException(
          "the label "
              + y
              + " in column "
              + label
              + " of row "
              + key
              + " is no class: the network has classes 0 to "
              + (classes - 1));
    }
    double[] targets = new double[outputs];
    if (outputs == 1) {
      targets[0] = y;
    } else {
      targets[(int) y] = 1;
    }
    return new Sample(x, targets, row.getDouble(3));
  }

  /**
   * The id of a row of {@link #select}.
   *
   * @throws IllegalArgumentException if it is null
   */
  public Object key(Row row) {
    if (row.isNullAt(0)) {
      throw new IllegalArgumentException("the row's id in column " + id + " is null");
    }
    return row.get(0);
  }

  /**
   * Refuses an id that two rows have.
   *
   * @param before the id of the row before, or null
   */
  public Object next(Object before, Row row) {
    Object key = key(row);
    if (key.equals(before)) {
      throw new IllegalArgumentException(
          "two rows have the id "
              + key
              + " in column "
              + id
              + ", so that their order is not known: name a column that differs in every row");
    }
    return key;
  }

  private static IllegalArgumentException wrong(
      String role, String column, Object key, String value) {
    return new IllegalArgumentException(
        "the " + role + " in column " + column + " of row " + key + " is " + value);
  }
}
