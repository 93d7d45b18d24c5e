package io.github.gradsmith.spark.internal.ml;

import io.github.gradsmith.spark.internal.net.Engine;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.api.java.UDF1;

/** What a regression network says of a row. */
public final class NumberScore implements UDF1<Vector, Double> {
  private static final long serialVersionUID = 1;

  private final Scorer scorer;

  /** Scores by a network. */
  public NumberScore(Scorer scorer) {
    this.scorer = scorer;
  }

  @Override
  public Double call(Vector features) {
    if (features == null) {
      throw new IllegalArgumentException("the features of a row are null");
    }
    Engine engine = scorer.engine();
    double[] output = new double[engine.outputs()];
    engine.forward(features.toArray(), output);
    return output[0];
  }
}
