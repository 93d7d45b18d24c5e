package io.github.gradsmith.processor.kernel.lowering.registry;

import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.kernel.code.LayerCode;
import io.github.gradsmith.processor.kernel.code.Names;
import io.github.gradsmith.processor.kernel.lowering.LayerLowering;
import io.github.gradsmith.processor.kernel.lowering.dense.DenseLowering;
import io.github.gradsmith.processor.kernel.lowering.dropout.DropoutLowering;
import io.github.gradsmith.processor.kernel.lowering.embedding.EmbeddingLowering;
import io.github.gradsmith.processor.kernel.lowering.layernorm.NormLowering;
import io.github.gradsmith.processor.kernel.lowering.simple.BlockLoop;
import io.github.gradsmith.processor.kernel.lowering.simple.ProductLoop;
import io.github.gradsmith.processor.kernel.lowering.simple.SimpleLowering;
import io.github.gradsmith.processor.kernel.lowering.simple.SumLoop;
import io.github.gradsmith.processor.kernel.lowering.simple.TransposeLoop;
import io.github.gradsmith.processor.model.LayerChoice;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.NetworkPlan;
import java.util.List;

/** The registry: what becomes of a layer of a kind. */
public final class Lowerings {
  private Lowerings() {}

  /** What becomes of a layer of the kind of {@code choice}. */
  public static LayerLowering of(LayerChoice choice) {
    return switch (choice.type()) {
      case DENSE -> new DenseLowering();
      case ELEMENTWISE, ADD, FLATTEN -> new SimpleLowering(SumLoop::of);
      case MULTIPLY -> new SimpleLowering(ProductLoop::of);
      case CONCAT -> new SimpleLowering(BlockLoop::concat);
      case SLICE -> new SimpleLowering(BlockLoop::slice);
      case TRANSPOSE -> new SimpleLowering(TransposeLoop::of);
      case DROPOUT -> new DropoutLowering(((LayerChoice.Dropout) choice).rate());
      case LAYER_NORM -> new NormLowering();
      case EMBEDDING -> new EmbeddingLowering();
      case NORMALIZATION -> throw new UnsupportedOperationException();
    };
  }

  /** What becomes of {@code layer}. */
  public static LayerLowering of(LayerPlan layer) {
    return of(layer.model().choice());
  }

  /** The code of {@code layer} in plain loops. */
  public static LayerCode code(LayerPlan layer, Names names, ElementType scalar) {
    return of(layer).code(layer, names, scalar);
  }

  /** The code of all layers of {@code plan}, in their order. */
  public static List<LayerCode> codes(NetworkPlan plan, ElementType scalar) {
    Names names = new Names(plan);
    return plan.layers().stream().map(layer -> code(layer, names, scalar)).toList();
  }
}
