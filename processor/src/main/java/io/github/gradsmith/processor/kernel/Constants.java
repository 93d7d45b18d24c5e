package io.github.gradsmith.processor.kernel;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeName;
import io.github.gradsmith.Topology;
import io.github.gradsmith.processor.plan.ForwardShape;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.NetworkPlan;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The topology, and the size of a tile. */
final class Constants {
  private final NetworkPlan plan;
  private final Scalar scalar;

  Constants(NetworkPlan plan, Scalar scalar) {
    this.plan = plan;
    this.scalar = scalar;
  }

  Fragments fragments() {
    List<FieldSpec> fields = new ArrayList<>();
    fields.add(
        FieldSpec.builder(
                Topology.class, "TOPOLOGY", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .initializer(topology())
            .build());
    if (plan.trains()) {
      fields.add(
          FieldSpec.builder(TypeName.INT, "TILE", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
              .addJavadoc(
                  "Samples whose activations are kept at once; a larger mini-batch goes tile by"
                      + " tile.")
              .initializer("$L", plan.tile())
              .build());
    }
    return Fragments.ofFields(fields);
  }

  private CodeBlock topology() {
    CodeBlock.Builder widths = CodeBlock.builder().add("$L", plan.first().inputs());
    plan.layers().forEach(layer -> widths.add(",$W$L", layer.outputs()));
    List<CodeBlock> activations =
        plan.layers().stream()
            .map(layer -> CodeBlock.of("$S", layer.model().activation().text()))
            .toList();
    return CodeBlock.builder()
        .add("$T.builder()$>$>", Topology.class)
        .add("\n.layers($L)", widths.build())
        .add("\n.activations($L)", CodeBlock.join(activations, ",$W"))
        .add("\n.loss($S)", plan.model().loss().text())
        .add("\n.optimizer($S)", plan.trains() ? plan.update().name() : "NONE")
        .add("\n.parameterCount($L)", plan.parameterCount())
        .add("\n.forwardFlops($LL)", forwardFlops())
        .add("\n.trainFlops($LL)", plan.trains() ? trainFlops() : 0)
        .add("\n.parameterBytes($LL)", (long) plan.parameterCount() * scalar.bytes())
        .add("\n.scratchBytes($LL)", scratchBytes())
        .add(optimizerBytes())
        .add("\n.kernels($S)", "plain")
        .add("\n.build()$<$<")
        .build();
  }

  /** Left out where there is no state. */
  private CodeBlock optimizerBytes() {
    if (!plan.keepsState()) {
      return CodeBlock.of("");
    }
    long values = (long) plan.update().slots().size() * plan.parameterCount();
    long steps = plan.update().countsSteps() ? Double.BYTES : 0;
    return CodeBlock.of("\n.optimizerBytes($LL)", values * scalar.bytes() + steps);
  }

  /** A multiplication and an addition for each weight. */
  private long forwardFlops() {
    return plan.layers().stream().mapToLong(layer -> 2 * layer.weights()).sum();
  }

  /** Forward, the same again for the update, and for the deltas of all layers but the first. */
  private long trainFlops() {
    return 3 * forwardFlops() - 2 * plan.first().weights();
  }

  private long scratchBytes() {
    long values = 0;
    for (LayerPlan layer : plan.layers()) {
      long tile = plan.trains() ? plan.tile() : 1;
      values += (layer.keepsZ() ? tile : 1) * layer.outputs() + tile * layer.outputs();
      if (layer.forward() instanceof ForwardShape.DiagonalRows shape) {
        long groups = (layer.outputs() + shape.rows() - 1) / shape.rows();
        values +=
            groups * scalar.aligned(shape.packed()) + AccumulateKernel.scratch(plan, layer, scalar);
      }
      if (layer.forward() instanceof ForwardShape.FoldedRows fold) {
        values += fold.scratch();
      }
      if (plan.trains()) {
        values += tile * layer.outputs() + layer.parameters();
      }
    }
    return values * scalar.bytes();
  }
}
