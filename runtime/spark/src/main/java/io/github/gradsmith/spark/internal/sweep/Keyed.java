package io.github.gradsmith.spark.internal.sweep;

import static org.apache.spark.sql.functions.col;

import io.github.gradsmith.spark.Sweep;
import io.github.gradsmith.spark.internal.data.Columns;
import io.github.gradsmith.spark.internal.data.Source;
import io.github.gradsmith.spark.internal.net.Engine;
import io.github.gradsmith.spark.internal.net.Sample;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** A network for each key. Rows of a key lie together, by id; a task goes from key to key. */
public final class Keyed implements Serializable {
  private static final long serialVersionUID = 1;

  private final String network;
  private final Sweep.Configuration configuration;
  private final String key;

  /** A network for each value of a column. */
  public Keyed(String network, Sweep.Configuration configuration, String key) {
    this.network = network;
    this.configuration = configuration;
    this.key = key;
  }

  /** A row for each key. */
  public Dataset<Row> run(
      Dataset<?> table, String features, String label, String weight, String id, int tasks) {
    Engine engine = Engine.create(network, 0);
    engine.requireTrainable();
    StructType schema = table.schema();
    DataType keys = Columns.type(schema, key, "the key");
    Source source = new Source(features, label, weight, id, engine.outputs(), engine.outputs() > 1);
    source.requireIn(schema);
    int count = tasks > 0 ? tasks : 4 * table.sparkSession().sparkContext().defaultParallelism();
    StructType result =
        new StructType()
            .add(key, keys)
            .add("rows", DataTypes.LongType)
            .add("loss", DataTypes.DoubleType)
            .add("weights", DataTypes.BinaryType)
            .add("failure", DataTypes.StringType);
    MapPartitionsFunction<Row, Row> train = rows -> new Models(this, source, rows);
    return source
        .select(table, col(Source.quoted(key)).as("key"))
        .repartition(count, col("key"))
        .sortWithinPartitions("key", "id")
        .mapPartitions(train, Encoders.row(result));
  }

  private Row model(Object value, List<Sample> samples, String problem) {
    if (problem != null) {
      return RowFactory.create(value, (long) samples.size(), null, null, problem);
    }
    Engine engine = Engine.create(network, configuration.seed());
    try {
      engine.fit(configuration.fit(), samples);
      return RowFactory.create(
          value, (long) samples.size(), engine.loss(samples), engine.save(), null);
    } catch (IllegalStateException | IllegalArgumentException e) {
      return RowFactory.create(value, (long) samples.size(), null, null, e.getMessage());
    }
  }

  /** Trains when it is asked for the next row. */
  private static final class Models implements Iterator<Row> {
    private final Keyed keyed;
    private final Source source;
    private final Iterator<Row> rows;
    private Row next;

    Models(Keyed keyed, Source source, Iterator<Row> rows) {
      this.keyed = keyed;
      this.source = source;
      this.rows = rows;
      advance();
    }

    private void advance() {
      next = rows.hasNext() ? rows.next() : null;
    }

    @Override
    public boolean hasNext() {
      return next != null;
    }

    @Override
    public Row next() {
      Object value = next.get(4);
      List<Sample> samples = new ArrayList<>();
      String problem = null;
      Object before = null;
      while (next != null && Objects.equals(value, next.get(4))) {
        try {
          before = source.next(before, next);
          samples.add(source.sample(next));
        } catch (IllegalArgumentException e) {
          problem = e.getMessage();
        }
        advance();
      }
      return keyed.model(value, samples, problem);
    }
  }
}
