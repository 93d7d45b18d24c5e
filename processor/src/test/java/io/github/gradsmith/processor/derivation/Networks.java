package io.github.gradsmith.processor.derivation;

import io.github.gradsmith.Activation;
import io.github.gradsmith.Initializer;
import io.github.gradsmith.Loss;
import io.github.gradsmith.Simd;
import io.github.gradsmith.processor.kind.registry.Layers;
import io.github.gradsmith.processor.model.ActivationChoice;
import io.github.gradsmith.processor.model.InputModel;
import io.github.gradsmith.processor.model.LayerModel;
import io.github.gradsmith.processor.model.LossChoice;
import io.github.gradsmith.processor.model.NetworkModel;
import io.github.gradsmith.processor.model.OptimizerChoice;
import io.github.gradsmith.processor.model.Precision;
import io.github.gradsmith.processor.plan.NetworkPlan;
import io.github.gradsmith.processor.planner.Planner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Plans of the networks whose pages are tested. */
final class Networks {
  private static final ActivationChoice SIGMOID = new ActivationChoice.Named(Activation.SIGMOID);
  private static final LossChoice HALF = new LossChoice.Named(Loss.HALF_SQUARED_ERROR);

  static final NetworkPlan LECTURE = lecture(OptimizerChoice.PLAIN);

  private Networks() {}

  /** A network {@code demo.LectureNet} with one activation for all hidden layers. */
  static NetworkPlan plan(
      int[] widths, ActivationChoice hidden, ActivationChoice output, LossChoice loss) {
    return plan(widths, hidden, output, loss, OptimizerChoice.PLAIN);
  }

  /** The lecture's network with another optimizer. */
  static NetworkPlan lecture(OptimizerChoice optimizer) {
    return plan(new int[] {2, 2, 2}, SIGMOID, SIGMOID, HALF, optimizer);
  }

  private static NetworkPlan plan(
      int[] widths,
      ActivationChoice hidden,
      ActivationChoice output,
      LossChoice loss,
      OptimizerChoice optimizer) {
    List<LayerModel> layers = new ArrayList<>();
    for (int i = 1; i < widths.length; i++) {
      ActivationChoice activation = i == widths.length - 1 ? output : hidden;
      layers.add(Layers.dense(i + 1, widths[i - 1], widths[i], activation, Initializer.AUTO));
    }
    return Planner.plan(
        new NetworkModel(
            "demo",
            List.of("LectureNet"),
            true,
            Precision.DOUBLE,
            true,
            InputModel.ofChain(widths[0]),
            layers,
            loss,
            optimizer,
            Optional.empty(),
            Optional.empty(),
            Simd.OFF,
            false,
            Set.of(),
            true,
            false,
            Optional.empty()));
  }
}
