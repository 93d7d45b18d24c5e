package io.github.gradsmith.spark;

import static io.github.gradsmith.Activation.IDENTITY;
import static io.github.gradsmith.Activation.SIGMOID;
import static io.github.gradsmith.Activation.SOFTMAX;
import static io.github.gradsmith.Activation.TANH;
import static io.github.gradsmith.Loss.BINARY_CROSS_ENTROPY;
import static io.github.gradsmith.Loss.CROSS_ENTROPY;
import static io.github.gradsmith.Loss.MEAN_SQUARED_ERROR;

import io.github.gradsmith.Adam;
import io.github.gradsmith.DoubleNetwork;
import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.FloatRows;
import io.github.gradsmith.Network;
import io.github.gradsmith.layer.Dense;
import io.github.gradsmith.layer.Dropout;
import io.github.gradsmith.layer.Input;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Networks of the tests, and tables for them. */
final class Nets {
  @Network(
      layers = {16, 8, 3},
      activation = {TANH, SOFTMAX},
      loss = CROSS_ENTROPY)
  @Adam
  interface FloatClasses extends FloatNetwork {}

  @Network(
      layers = {16, 8, 3},
      activation = {TANH, SOFTMAX},
      loss = CROSS_ENTROPY)
  @Adam
  interface DoubleClasses extends DoubleNetwork {}

  @Network(
      layers = {16, 4, 1},
      activation = {TANH, SIGMOID},
      loss = BINARY_CROSS_ENTROPY)
  interface TwoClasses extends FloatNetwork {}

  @Network(
      layers = {16, 16, 1},
      activation = {TANH, IDENTITY},
      loss = MEAN_SQUARED_ERROR)
  interface NumberNet extends DoubleNetwork {}

  @Network(loss = MEAN_SQUARED_ERROR)
  interface DropNet extends FloatNetwork {
    enum Layer {
      @Input(16)
      IN,
      @Dense(units = 4, activation = TANH)
      HIDDEN,
      @Dropout(0.5)
      DROPPED,
      @Dense(units = 1, activation = IDENTITY)
      OUT
    }
  }

  enum Colour {
    RED,
    GREEN,
    BLUE
  }

  record Size(double width, int height) {}

  record Thing(Size size, boolean round, Colour colour) {}

  record Example(Thing thing, Colour liked) {}

  @Network(
      layers = {6, 5, 3},
      activation = {TANH, SOFTMAX},
      loss = CROSS_ENTROPY)
  interface ThingNet extends FloatNetwork {
    Colour favourite(Thing thing);

    float[] outputs(Thing thing);

    void adapt(Collection<Example> examples);

    FloatRows rows(Collection<Example> examples);
  }

  /** A row of a table. */
  record Line(long id, double[] features, double label, double weight) {}

  private Nets() {}

  /** Numbers that floats hold exactly, so that rounding is not what a test compares. */
  static List<Line> lines(int rows, long seed, boolean classes) {
    Random random = new Random(seed);
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      double[] x = new double[16];
      for (int j = 0; j < 16; j++) {
        x[j] = (float) random.nextGaussian();
      }
      double label = classes ? (x[0] > 0.5 ? 2 : x[1] > 0 ? 1 : 0) : x[0] - 0.5 * x[3];
      lines.add(new Line(7L * i - 1000, x, (float) label, random.nextInt(3) + 0.5));
    }
    return lines;
  }

  static Dataset<Row> table(SparkSession spark, List<Line> lines, int partitions, long shuffle) {
    List<Line> shuffled = new ArrayList<>(lines);
    Collections.shuffle(shuffled, new Random(shuffle));
    List<Row> rows =
        shuffled.stream()
            .map(
                line ->
                    RowFactory.create(
                        line.id(), Vectors.dense(line.features()), line.label(), line.weight()))
            .toList();
    StructType schema =
        new StructType()
            .add("id", DataTypes.LongType)
            .add("features", SQLDataTypes.VectorType())
            .add("label", DataTypes.DoubleType)
            .add("w", DataTypes.DoubleType);
    return spark.createDataFrame(rows, schema).repartition(partitions);
  }

  static float[][] floats(List<Line> lines) {
    float[][] all = new float[lines.size()][16];
    for (int i = 0; i < all.length; i++) {
      for (int j = 0; j < 16; j++) {
        all[i][j] = (float) lines.get(i).features()[j];
      }
    }
    return all;
  }
}
