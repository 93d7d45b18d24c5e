package io.github.gradsmith.spark.internal.ml;

import io.github.gradsmith.spark.internal.net.Engine;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** What a classifier says of a row: weighted sums, probabilities, the class; all in one pass. */
public final class ClassScores implements UDF1<Vector, Row> {
  private static final long serialVersionUID = 1;

  /** The fields {@code raw}, {@code probability} and {@code prediction}. */
  public static final StructType TYPE =
      new StructType()
          .add("raw", SQLDataTypes.VectorType())
          .add("probability", SQLDataTypes.VectorType())
          .add("prediction", DataTypes.DoubleType);

  private final Scorer scorer;
  private final boolean raw;
  private final double[] thresholds;

  /**
   * Scores by a network.
   *
   * @param raw whether weighted sums are asked for; without them a row costs less
   * @param thresholds one for each class, or null
   */
  public ClassScores(Scorer scorer, boolean raw, double[] thresholds) {
    this.scorer = scorer;
    this.raw = raw;
    this.thresholds = thresholds == null ? null : thresholds.clone();
  }

  @Override
  public Row call(Vector features) {
    if (features == null) {
      throw new IllegalArgumentException("the features of a row are null");
    }
    Engine engine = scorer.engine();
    double[] a = new double[engine.outputs()];
    double[] z = raw ? new double[a.length] : null;
    if (raw) {
      engine.trace(features.toArray(), z, a);
    } else {
      engine.forward(features.toArray(), a);
    }
    double[] probability = a.length == 1 ? new double[] {1 - a[0], a[0]} : a;
    return RowFactory.create(
        z == null ? null : Vectors.dense(z.length == 1 ? new double[] {-z[0], z[0]} : z),
        Vectors.dense(probability),
        (double) prediction(probability, thresholds));
  }

  /** The class of the largest probability, each divided by its threshold; the lowest on a tie. */
  public static int prediction(double[] probability, double[] thresholds) {
    int best = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < probability.length; k++) {
      double p = thresholds == null ? probability[k] : probability[k] / thresholds[k];
      if (p > most) {
        most = p;
        best = k;
      }
    }
    return best;
  }
}
