package io.github.gradsmith.processor.kernel.lowering.embedding;

import io.github.gradsmith.Initializer;
import io.github.gradsmith.processor.activation.ActivationFormula;
import io.github.gradsmith.processor.initializer.Distribution;
import io.github.gradsmith.processor.initializer.Initializers;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.kernel.code.LayerCode;
import io.github.gradsmith.processor.kernel.code.Names;
import io.github.gradsmith.processor.kernel.lowering.LayerFormulas;
import io.github.gradsmith.processor.kernel.lowering.LayerLowering;
import io.github.gradsmith.processor.model.LayerChoice;
import io.github.gradsmith.processor.model.LayerModel;
import io.github.gradsmith.processor.model.NetworkModel;
import io.github.gradsmith.processor.plan.LayerLoops;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.LayerSteps;

/** Rows of a table, each for an index. */
public final class EmbeddingLowering implements LayerLowering {
  @Override
  public LayerLoops loops(LayerModel layer, NetworkModel network) {
    return new EmbeddingLoops();
  }

  /**
   * N(0, 1) as PyTorch has it, unless an initializer is chosen. That is told what PyTorch tells it
   * of a tensor [categories, units], as of any other: the last size is that of the inputs.
   */
  @Override
  public Distribution distribution(LayerModel layer, ActivationFormula activation) {
    LayerChoice.Embedding choice = (LayerChoice.Embedding) layer.choice();
    Initializer initializer = choice.initializer();
    return initializer == Initializer.AUTO
        ? new Distribution.Normal(1, "1")
        : Initializers.distribution(initializer, initializer, choice.units(), choice.categories());
  }

  @Override
  public LayerSteps steps(LayerPlan layer, boolean simd, boolean trains, int tile) {
    return new EmbeddingSteps(layer);
  }

  @Override
  public LayerCode code(LayerPlan layer, Names names, ElementType scalar) {
    return new EmbeddingCode(layer, names, scalar);
  }

  @Override
  public LayerFormulas formulas(LayerPlan layer) {
    throw new UnsupportedOperationException();
  }
}
