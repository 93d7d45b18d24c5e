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
import java.util.function.Predicate;
import javax.lang.model.element.Modifier;

/** The topology, and the size of a tile. */
final class Constants {
  private final NetworkPlan plan;
  private final Scalar scalar;
  private final Sizes sizes;

  Constants(NetworkPlan plan, Scalar scalar, Sizes sizes) {
    this.plan = plan;
    this.scalar = scalar;
    this.sizes = sizes;
  }

  Fragments fragments() {
    List<FieldSpec> fields = new ArrayList<>();
    if (plan.vectorized()) {
      fields.add(vector());
    }
    fields.add(
        FieldSpec.builder(
                Topology.class, "TOPOLOGY", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .initializer(topology())
            .build());
    if (plan.hasTile()) {
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

  /**
   * A constant for the JVM, which compiles one branch only. Two doubles a vector are refused: C2
   * has no masks of two lanes, and boxes what needs them.
   */
  private FieldSpec vector() {
    TypeName self = new Letters(plan).self();
    CodeBlock usable = CodeBlock.of("$T.usable($T.class)", Scalar.VECTOR_MODULE, self);
    return FieldSpec.builder(
            TypeName.BOOLEAN, VectorCalls.VECTOR, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .addJavadoc("Whether the kernels on the Vector API run instead of the plain loops.")
        .initializer(
            scalar.isFloat()
                ? usable
                : CodeBlock.of("$L\n&& $T.BITS > 128", usable, new Letters(plan).vectorClass()))
        .build();
  }

  private CodeBlock kernels() {
    return plan.vectorized()
        ? CodeBlock.of(
            "$L ? $S + $T.BITS : $S",
            VectorCalls.VECTOR,
            "vector ",
            new Letters(plan).vectorClass(),
            "plain")
        : CodeBlock.of("$S", "plain");
  }

  private CodeBlock topology() {
    CodeBlock.Builder widths = CodeBlock.builder().add("$L", plan.first().inputs());
    plan.layers().forEach(layer -> widths.add(",$W$L", layer.outputs()));
    List<CodeBlock> activations =
        plan.layers().stream()
            .map(layer -> CodeBlock.of("$S", layer.model().activation().text()))
            .toList();
    List<CodeBlock> shapes =
        plan.layers().stream().map(layer -> CodeBlock.of("$S", layer.loopWords())).toList();
    return CodeBlock.builder()
        .add("$T.builder()$>$>", Topology.class)
        .add("\n.layers($L)", widths.build())
        .add("\n.activations($L)", CodeBlock.join(activations, ",$W"))
        .add("\n.loss($S)", plan.model().loss().text())
        .add("\n.optimizer($S)", plan.trains() ? plan.update().name() : "NONE")
        .add("\n.forwardFlops($LL)", forwardFlops())
        .add("\n.trainFlops($LL)", plan.trains() ? trainFlops() : 0)
        .add("\n.parameterBytes($LL)", parameterBytes())
        .add("\n.scratchBytes($L)", either(StripSizes.SCRATCH, scratchBytes()))
        .add(optimizerBytes())
        .add("\n.heapBytes($L)", either(StripSizes.HEAP, sizes.heapBytes()))
        .add("\n.largestMethodBytes($L)", sizes.largestMethodBytes())
        .add("\n.loopShapes($L)", CodeBlock.join(shapes, ",$W"))
        .add("\n.kernels($L)", kernels())
        .add("\n.build()$<$<")
        .build();
  }

  /** A constant of the companion where its kernels run, which need other arrays. */
  private CodeBlock either(String vector, long plain) {
    return plan.hasStrips()
        ? CodeBlock.of(
            "$L ? $T.$L : $LL", VectorCalls.VECTOR, new Letters(plan).vectorClass(), vector, plain)
        : CodeBlock.of("$LL", plain);
  }

  /** Left out where there is no state. */
  private CodeBlock optimizerBytes() {
    return plan.keepsState()
        ? CodeBlock.of("\n.optimizerBytes($LL)", stateBytes())
        : CodeBlock.of("");
  }

  long stateBytes() {
    if (!plan.keepsState()) {
      return 0;
    }
    long values = (long) plan.update().slots().size() * plan.parameterCount();
    long steps = plan.update().countsSteps() ? Double.BYTES : 0;
    return values * scalar.bytes() + steps;
  }

  long parameterBytes() {
    return (long) plan.parameterCount() * scalar.bytes();
  }

  /** A multiplication and an addition for each weight. */
  long forwardFlops() {
    return plan.layers().stream().mapToLong(layer -> 2 * layer.weights()).sum();
  }

  /** Forward, the same again for the update, and for the deltas of all layers but the first. */
  long trainFlops() {
    return 3 * forwardFlops() - 2 * plan.first().weights();
  }

  long scratchBytes() {
    return scratchBytes(layer -> true);
  }

  /** Without what is in strips where SIMD kernels run: gradient and scratch of large layers. */
  long fixedScratchBytes() {
    return scratchBytes(layer -> !layer.hasStrips());
  }

  private long scratchBytes(Predicate<LayerPlan> complete) {
    long values = 0;
    for (LayerPlan layer : plan.layers()) {
      long tile = plan.hasTile() ? plan.tile() : 1;
      values += (layer.hasZRows() ? tile : 1) * layer.outputs() + tile * layer.outputs();
      if (plan.trains()) {
        values += tile * layer.outputs() + layer.outputs();
      }
      if (complete.test(layer)) {
        values += plainScratch(layer) + (plan.trains() ? layer.weights() : 0);
      }
    }
    return values * scalar.bytes();
  }

  /** Numbers that the plain loops of {@code layer} need besides. */
  private long plainScratch(LayerPlan layer) {
    if (layer.forward() instanceof ForwardShape.DiagonalRows shape) {
      long groups = (layer.outputs() + shape.rows() - 1) / shape.rows();
      return groups * scalar.aligned(shape.packed())
          + AccumulateKernel.scratch(plan, layer, scalar);
    }
    if (layer.forward() instanceof ForwardShape.FoldedRows fold) {
      return fold.scratch();
    }
    long copy = plan.transposes(layer) ? layer.weights() : 0;
    return copy + (plan.trains() ? LayerFields.backScratch(layer) : 0);
  }
}
