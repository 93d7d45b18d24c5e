package io.github.gradsmith.spark.internal.data;

import static org.apache.spark.sql.functions.col;

import io.github.gradsmith.spark.internal.net.Engine;
import io.github.gradsmith.spark.internal.net.Sample;
import io.github.gradsmith.training.Fit;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Trains on the driver: rows are collected in the order of their ids. */
public final class Trainer {
  private Trainer() {}

  /**
   * Trains a network.
   *
   * @param most the rows that the driver takes
   * @throws IllegalArgumentException if there are more, or none
   */
  public static void train(Engine engine, Dataset<?> table, Source source, int most, Fit fit) {
    int oneMore = Math.max(most, most + 1); // which the largest int has not
    List<Row> rows = source.select(table).orderBy(col("id")).limit(oneMore).collectAsList();
    if (rows.size() > most) {
      throw new IllegalArgumentException(
          "the table has more than "
              + most
              + " rows, which is maxLocalRows: the driver would hold them all. Set it higher if the"
              + " driver has the memory, or train where the rows are, with setMode(\"exact\")");
    }
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("the table has no rows of a weight above 0");
    }
    List<Sample> samples = new ArrayList<>(rows.size());
    Object before = null;
    for (Row row : rows) {
      before = source.next(before, row);
      samples.add(source.sample(row));
    }
    engine.fit(fit, samples);
  }
}
