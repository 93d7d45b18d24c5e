package io.github.gradsmith.spark.internal.row;

import io.github.gradsmith.FloatPredictor;
import io.github.gradsmith.spark.internal.data.Numbers;
import io.github.gradsmith.spark.internal.ml.Scorer;
import io.github.gradsmith.spark.internal.net.Engine;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Outputs and label of a row of numbers. */
public final class ArrayScore implements UDF1<Object, Row> {
  private static final long serialVersionUID = 1;

  private final Scorer scorer;

  /** Scores by a network. */
  public ArrayScore(Scorer scorer) {
    this.scorer = scorer;
  }

  /** The fields of a score. */
  public StructType type() {
    Engine engine = scorer.engine();
    StructType type =
        new StructType().add("output", DataTypes.createArrayType(number(engine), false));
    return engine.outputs() > 1 ? type.add("label", DataTypes.IntegerType) : type;
  }

  static DataType number(Engine engine) {
    return engine.network() instanceof FloatPredictor ? DataTypes.FloatType : DataTypes.DoubleType;
  }

  @Override
  public Row call(Object features) {
    Engine engine = scorer.engine();
    double[] outputs = new double[engine.outputs()];
    engine.forward(Numbers.of(features), outputs);
    Object output = engine.outputs(outputs);
    return outputs.length > 1
        ? RowFactory.create(output, label(outputs))
        : RowFactory.create(output);
  }

  /** As {@code classify}: the largest, the lowest on a tie, NaN above all. */
  private static int label(double[] outputs) {
    int best = 0;
    for (int k = 0; k < outputs.length; k++) {
      if (Double.isNaN(outputs[k])) {
        return k;
      }
      if (outputs[k] > outputs[best]) {
        best = k;
      }
    }
    return best;
  }
}
