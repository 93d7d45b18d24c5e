package io.github.gradsmith.sample.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Made-up tables; a row depends on its id alone. */
final class Made {
  private Made() {}

  /** Spark as the command line configures it; two threads of this JVM without that. */
  static SparkSession spark(String name) {
    SparkSession.Builder builder = SparkSession.builder().appName(name);
    if (System.getProperty("spark.master") == null) {
      builder.config("spark.master", "local[2]");
    }
    SparkSession spark = builder.getOrCreate();
    spark.sparkContext().setLogLevel("ERROR");
    return spark;
  }

  /** A pump and its state. */
  static Pump.Visit visit(long id) {
    SplittableRandom random = new SplittableRandom(id);
    double vibration = 8 * random.nextDouble();
    double temperature = 20 + 60 * random.nextDouble();
    Pump pump =
        new Pump(
            2 + 6 * random.nextDouble(),
            temperature,
            vibration,
            Pump.Site.values()[random.nextInt(3)]);
    double wear = vibration / 8 + (temperature - 20) / 60 + 0.1 * random.nextDouble();
    Pump.State state =
        wear > 1.4 ? Pump.State.BROKEN : wear > 0.9 ? Pump.State.WORN : Pump.State.WELL;
    return new Pump.Visit(pump, state);
  }

  /** Pumps as columns, in no order that matters. */
  static Dataset<Row> pumps(SparkSession spark, int rows) {
    List<Row> all = new ArrayList<>();
    for (long id = 0; id < rows; id++) {
      Pump pump = visit(id).pump();
      all.add(
          RowFactory.create(
              id, pump.site().name(), pump.pressure(), pump.temperature(), pump.vibration()));
    }
    return spark.createDataFrame(
        all,
        new StructType()
            .add("id", DataTypes.LongType)
            .add("site", DataTypes.StringType)
            .add("pressure", DataTypes.DoubleType)
            .add("temperature", DataTypes.DoubleType)
            .add("vibration", DataTypes.DoubleType));
  }

  /** Images of ten classes: a blurred bar for each, and noise. */
  static double[] image(long id) {
    SplittableRandom random = new SplittableRandom(id);
    int label = (int) (id % 10);
    double[] x = new double[784];
    for (int i = 0; i < x.length; i++) {
      double bar = i / 28 / 2 % 10 == label ? 0.35 : 0;
      x[i] = bar + random.nextDouble() * 0.65;
    }
    return x;
  }

  /** Images with their labels, made where they are used. */
  static Dataset<Row> images(SparkSession spark, long from, long to, int partitions) {
    UDF1<Long, Vector> make = id -> Vectors.dense(image(id));
    return spark
        .range(from, to, 1, partitions)
        .toDF("id")
        .withColumn("features", udf(make, SQLDataTypes.VectorType()).apply(col("id")))
        .withColumn("label", col("id").mod(10).cast("double"));
  }

  /** Days of customers: what they did, and what they spent. */
  static Dataset<Row> days(SparkSession spark, int customers, int days, int partitions) {
    UDF1<Long, Vector> make = id -> Vectors.dense(day(id));
    UDF1<Long, Double> spent = id -> spent(id, id % customers);
    return spark
        .range(0, (long) customers * days, 1, partitions)
        .toDF("id")
        .withColumn("customer", col("id").mod(customers))
        .withColumn("features", udf(make, SQLDataTypes.VectorType()).apply(col("id")))
        .withColumn("spent", udf(spent, DataTypes.DoubleType).apply(col("id")));
  }

  private static double[] day(long id) {
    SplittableRandom random = new SplittableRandom(id);
    double[] x = new double[16];
    for (int i = 0; i < x.length; i++) {
      x[i] = random.nextDouble() * 2 - 1;
    }
    return x;
  }

  private static double spent(long id, long customer) {
    double[] x = day(id);
    return x[(int) (customer % 16)] - 0.5 * x[(int) (customer / 16 % 16)];
  }
}
