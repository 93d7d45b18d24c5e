package io.github.gradsmith.processor.kind.registry;

import io.github.gradsmith.processor.kind.LayerKind;
import io.github.gradsmith.processor.kind.arrange.ConcatKind;
import io.github.gradsmith.processor.kind.arrange.FlattenKind;
import io.github.gradsmith.processor.kind.arrange.SliceKind;
import io.github.gradsmith.processor.kind.arrange.TransposeKind;
import io.github.gradsmith.processor.kind.dense.DenseKind;
import io.github.gradsmith.processor.kind.embedding.EmbeddingKind;
import io.github.gradsmith.processor.kind.norm.LayerNormKind;
import io.github.gradsmith.processor.kind.norm.NormalizationKind;
import io.github.gradsmith.processor.kind.pointwise.AddKind;
import io.github.gradsmith.processor.kind.pointwise.DropoutKind;
import io.github.gradsmith.processor.kind.pointwise.ElementwiseKind;
import io.github.gradsmith.processor.kind.pointwise.MultiplyKind;
import io.github.gradsmith.processor.model.LayerChoice;

/** The registry: what a layer of a kind is and does. */
public final class LayerKinds {
  private LayerKinds() {}

  /** The kind of {@code choice}. */
  public static LayerKind of(LayerChoice choice) {
    return switch (choice.type()) {
      case DENSE -> new DenseKind((LayerChoice.Dense) choice);
      case ELEMENTWISE -> new ElementwiseKind();
      case DROPOUT -> new DropoutKind();
      case LAYER_NORM -> new LayerNormKind(((LayerChoice.LayerNorm) choice).epsilon());
      case NORMALIZATION -> new NormalizationKind();
      case ADD -> new AddKind();
      case MULTIPLY -> new MultiplyKind();
      case CONCAT -> new ConcatKind(((LayerChoice.Concat) choice).axis());
      case SLICE -> slice((LayerChoice.Slice) choice);
      case FLATTEN -> new FlattenKind();
      case TRANSPOSE -> new TransposeKind();
      case EMBEDDING -> embedding((LayerChoice.Embedding) choice);
    };
  }

  private static LayerKind slice(LayerChoice.Slice choice) {
    return new SliceKind(choice.begin(), choice.end(), choice.axis());
  }

  private static LayerKind embedding(LayerChoice.Embedding choice) {
    return new EmbeddingKind(choice.categories(), choice.units());
  }
}
