package io.github.gradsmith.spark;

import static org.apache.spark.sql.functions.callUDF;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.WeightsException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.spark.SparkEnv;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import scala.Tuple2;
import scala.collection.Seq;

/** Scores on executors have the bits of one JVM, and what does not fit is named before a job. */
class ScoringSparkTest {
  private static SparkSession spark;

  @BeforeAll
  static void start() {
    spark = Cluster.shared();
  }

  @Test
  @Tag("core")
  void aHundredThousandRowsHaveTheBitsOfOneJvm() throws Exception {
    scores(100_000);
  }

  @Test
  @Tag("long")
  void aMillionRowsHaveTheBitsOfOneJvm() throws Exception {
    scores(1_000_000);
  }

  private static void scores(int count) throws Exception {
    FloatNetwork network = new Nets_FloatClassesImpl(5);
    UDF1<Long, float[]> make = ScoringSparkTest::features;
    Dataset<Row> rows =
        spark
            .range(0, count, 1, 8)
            .toDF("id")
            .withColumn(
                "features",
                udf(make, DataTypes.createArrayType(DataTypes.FloatType, false)).apply(col("id")));
    Dataset<Row> scored = Scoring.of(Nets.FloatClasses.class, saved(network)).transform(rows);
    List<Tuple2<String, Long>> sums =
        scored
            .select("id", "score.output", "score.label")
            .toJavaRDD()
            .map(ScoringSparkTest::mixed)
            .collect()
            .stream()
            .toList();
    long expected = 0;
    for (long id = 0; id < count; id++) {
      float[] x = features(id);
      expected += mix(id, network.forward(x), network.classify(x));
    }
    Set<String> executors = new HashSet<>();
    long sum = 0;
    for (Tuple2<String, Long> each : sums) {
      executors.add(each._1());
      sum += each._2();
    }
    assertThat(sums).hasSize(count);
    assertThat(sum).isEqualTo(expected);
    assertThat(executors).hasSize(2).doesNotContain("driver");
  }

  static float[] features(Long id) {
    Random random = new Random(id);
    float[] x = new float[16];
    for (int i = 0; i < x.length; i++) {
      x[i] = random.nextFloat() * 2 - 1;
    }
    return x;
  }

  static Tuple2<String, Long> mixed(Row row) {
    Seq<?> seq = row.getSeq(1);
    float[] output = new float[seq.length()];
    for (int i = 0; i < output.length; i++) {
      output[i] = (Float) seq.apply(i);
    }
    return new Tuple2<>(SparkEnv.get().executorId(), mix(row.getLong(0), output, row.getInt(2)));
  }

  private static long mix(long id, float[] output, int label) {
    long hash = id * 31 + label;
    for (float value : output) {
      hash = (hash ^ Float.floatToRawIntBits(value)) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 29;
    }
    return hash;
  }

  @Test
  @Tag("core")
  void aFunctionOfSqlSaysTheSame() throws Exception {
    FloatNetwork network = new Nets_FloatClassesImpl(6);
    spark.udf().register("net", Scoring.of(Nets.FloatClasses.class, saved(network)).udf());
    Dataset<Row> table = Nets.table(spark, Nets.lines(200, 4, true), 3, 1);
    List<Nets.Line> lines = Nets.lines(200, 4, true);
    List<Row> labels =
        table
            .select(col("id"), callUDF("net", col("features")).getField("label"))
            .orderBy("id")
            .collectAsList();
    float[][] inputs = Nets.floats(lines);
    for (int i = 0; i < 200; i++) {
      assertThat(labels.get(i).getInt(1)).isEqualTo(network.classify(inputs[i]));
    }
  }

  @Test
  @Tag("core")
  void recordsAreReadByTheNamesOfTheirComponents() throws Exception {
    List<Nets.Example> examples = examples();
    Nets.ThingNet network = new Nets_ThingNetImpl(3);
    network.adapt(examples);
    List<Nets.Thing> things = examples.stream().map(Nets.Example::thing).toList();
    Dataset<Row> scored =
        Scoring.of(Nets.ThingNet.class, saved(network)).as("said").transform(things(things));
    List<Row> rows =
        scored.select("id", "said.answer", "said.output").orderBy("id").collectAsList();
    for (int i = 0; i < things.size(); i++) {
      Nets.Thing thing = things.get(i);
      assertThat(rows.get(i).getString(1)).isEqualTo(network.favourite(thing).name());
      float[] output = network.outputs(thing);
      List<Object> found = rows.get(i).getList(2);
      for (int k = 0; k < output.length; k++) {
        assertThat(found.get(k)).isEqualTo(output[k]);
      }
    }
  }

  private static List<Nets.Example> examples() {
    Random random = new Random(1);
    List<Nets.Example> examples = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      Nets.Size size = new Nets.Size(random.nextGaussian() * 3 + 1, random.nextInt(50));
      Nets.Colour colour = Nets.Colour.values()[random.nextInt(3)];
      examples.add(new Nets.Example(new Nets.Thing(size, random.nextBoolean(), colour), colour));
    }
    return examples;
  }

  /** Columns in another order than components, and a narrower number. */
  private static Dataset<Row> things(List<Nets.Thing> things) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < things.size(); i++) {
      Nets.Thing thing = things.get(i);
      rows.add(
          RowFactory.create(
              (long) i,
              thing.colour().name(),
              RowFactory.create((short) thing.size().height(), thing.size().width()),
              thing.round()));
    }
    StructType size =
        new StructType().add("height", DataTypes.ShortType).add("width", DataTypes.DoubleType);
    return spark.createDataFrame(
        rows,
        new StructType()
            .add("id", DataTypes.LongType)
            .add("colour", DataTypes.StringType)
            .add("size", size)
            .add("round", DataTypes.BooleanType));
  }

  @Test
  @Tag("core")
  void columnsThatDoNotFitAreNamedBeforeAJob() throws Exception {
    Nets.ThingNet network = new Nets_ThingNetImpl(3);
    network.adapt(examples());
    Scoring scoring = Scoring.of(Nets.ThingNet.class, saved(network));
    Dataset<Row> good = things(examples().stream().map(Nets.Example::thing).toList());
    assertThatThrownBy(() -> scoring.transform(good.drop("round")))
        .hasMessage(
            "the column round (Thing.round, boolean) is missing; the table has id, colour, size.");
    assertThatThrownBy(() -> scoring.transform(good.withColumnRenamed("colour", "Colour")))
        .hasMessageContaining("Is it Colour? Names are compared letter by letter.");
    assertThatThrownBy(() -> scoring.transform(good.withColumn("round", col("id"))))
        .hasMessage(
            "the column round (Thing.round, boolean) is of type bigint, expected boolean; cast it");
    assertThatThrownBy(() -> scoring.as("id").transform(good))
        .hasMessage("the column id is there already; give the new one another name");
    Scoring arrays =
        Scoring.of(Nets.FloatClasses.class, saved(new Nets_FloatClassesImpl(1))).features("x");
    assertThatThrownBy(() -> arrays.transform(good)).hasMessageContaining("the column x (the feat");
    assertThatThrownBy(() -> arrays.transform(good.withColumnRenamed("id", "x")))
        .hasMessage(
            "the column x (the features) is of type bigint, expected an array<float>, an"
                + " array<double> or a vector");
    assertThatThrownBy(() -> Scoring.of(Nets.TwoClasses.class, saved(new Nets_FloatClassesImpl(1))))
        .hasCauseInstanceOf(WeightsException.class);
  }

  static byte[] saved(FloatNetwork network) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    network.save(out);
    return out.toByteArray();
  }
}
