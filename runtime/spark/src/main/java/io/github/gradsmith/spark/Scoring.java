package io.github.gradsmith.spark;

import static io.github.gradsmith.spark.internal.data.Source.quoted;
import static org.apache.spark.sql.functions.col;

import io.github.gradsmith.spark.internal.data.Columns;
import io.github.gradsmith.spark.internal.ml.Scorer;
import io.github.gradsmith.spark.internal.row.ArrayScore;
import io.github.gradsmith.spark.internal.row.Questions;
import io.github.gradsmith.spark.internal.row.RecordColumns;
import io.github.gradsmith.spark.internal.row.RecordScore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/**
 * Asks a network on the rows of a table, with the bits of {@code forward} on one machine. A value:
 * each method returns another one.
 *
 * <pre>{@code
 * Scoring scoring = Scoring.of(IrisNet.class, Path.of("iris.safetensors"));
 * Dataset<Row> scored = scoring.transform(rows);
 * spark.udf().register("iris", scoring.udf()); // select iris(features).label from flowers
 * }</pre>
 *
 * <p>A network that reads a record takes each component from the column of its name: numbers,
 * {@code boolean}, {@code String}, enums by their names, arrays, records from structs. Types are
 * exact, but that numbers may widen. Other networks, and all after {@link #features}, take one
 * column of arrays or vectors.
 *
 * <p>The new column {@code score} is a struct. From an array it has {@code output}, all outputs in
 * the network's precision, and, if there is more than one, {@code label}, the number of the largest
 * as {@code classify} gives it. From a record it has {@code answer}, what the interface's method
 * for the record returns (an enum by its name, a boolean or a number), and {@code output} if the
 * interface has a method that returns the outputs.
 */
public final class Scoring {
  private final Scorer scorer;
  private final Class<?> network;
  private final String features;
  private final String name;

  private Scoring(Class<?> network, Scorer scorer, String features, String name) {
    this.network = network;
    this.scorer = scorer;
    this.features = features;
    this.name = name;
  }

  /**
   * Scoring by a network.
   *
   * @param network the interface with {@code @Network}; the generated class and it have to be on
   *     the executors, too
   * @param weights a safetensors file, as {@code save} writes it
   * @throws java.io.UncheckedIOException if the weights are another network's; its cause is a
   *     {@link io.github.gradsmith.WeightsException}
   */
  public static Scoring of(Class<?> network, byte[] weights) {
    Scorer scorer = new Scorer(network.getName(), weights.clone());
    scorer.engine();
    return new Scoring(network, scorer, null, "score");
  }

  /** As {@link #of(Class, byte[])}, from a file that the driver reads. */
  public static Scoring of(Class<?> network, Path weights) throws IOException {
    return of(network, Files.readAllBytes(weights));
  }

  /** Takes the inputs from a column of {@code array<float>}, {@code array<double>} or vectors. */
  public Scoring features(String column) {
    return new Scoring(network, scorer, column, name);
  }

  /** Names the new column, which is {@code score} otherwise. */
  public Scoring as(String column) {
    return new Scoring(network, scorer, features, column);
  }

  /**
   * The rows with one more column.
   *
   * @throws IllegalArgumentException if a column is missing or of another type, which is named, or
   *     the new one is there already; no job has started then
   */
  public Dataset<Row> transform(Dataset<?> rows) {
    StructType schema = rows.schema();
    Columns.requireFree(schema, name);
    Optional<Class<?>> record = Questions.row(network);
    if (features == null && record.isPresent()) {
      RecordScore score = new RecordScore(scorer, network);
      Column row = RecordColumns.of(record.get(), schema);
      return rows.toDF().withColumn(name, functions.udf(score, score.type()).apply(row));
    }
    String column = features == null ? "features" : features;
    Columns.requireNumbers(schema, column, "the features");
    return rows.toDF().withColumn(name, udf().apply(col(quoted(column))));
  }

  /** A function of SQL, from an array or a vector to the struct. */
  public UserDefinedFunction udf() {
    ArrayScore score = new ArrayScore(scorer);
    return functions.udf(score, score.type());
  }
}
