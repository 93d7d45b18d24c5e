package io.github.gradsmith.processor.kernel.api;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeName;
import io.github.gradsmith.Topology;
import io.github.gradsmith.processor.kernel.code.ClassParts;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.kernel.code.Names;
import io.github.gradsmith.processor.kernel.code.SimdCalls;
import io.github.gradsmith.processor.kernel.memory.WeightOrder;
import io.github.gradsmith.processor.kernel.size.PanelSizes;
import io.github.gradsmith.processor.plan.Memory;
import io.github.gradsmith.processor.plan.NetworkPlan;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The topology, and the size of a tile. */
public final class Constants {
  private final NetworkPlan plan;
  private final ElementType scalar;
  private final Memory memory;
  private final int longestMethodBytes;

  public Constants(NetworkPlan plan, ElementType scalar, int longestMethodBytes) {
    this.plan = plan;
    this.scalar = scalar;
    this.memory = plan.memory();
    this.longestMethodBytes = longestMethodBytes;
  }

  public ClassParts fragments() {
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
    fields.addAll(new WeightOrder(new Names(plan)).constants());
    return ClassParts.ofFields(fields);
  }

  /**
   * A constant for the JVM, which compiles one branch only. Two doubles a vector are refused: C2
   * has no masks of two lanes, and boxes what needs them.
   */
  private FieldSpec vector() {
    TypeName self = new Names(plan).self();
    CodeBlock usable = CodeBlock.of("$T.usable($T.class)", ElementType.VECTOR_MODULE, self);
    return FieldSpec.builder(
            TypeName.BOOLEAN, SimdCalls.VECTOR, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .addJavadoc("Whether the kernels on the Vector API run instead of the plain loops.")
        .initializer(
            scalar.isFloat()
                ? usable
                : CodeBlock.of("$L\n&& $T.BITS > 128", usable, new Names(plan).simdClass()))
        .build();
  }

  private CodeBlock kernels() {
    return plan.vectorized()
        ? CodeBlock.of(
            "$L ? $S + $T.BITS : $S",
            SimdCalls.VECTOR,
            "vector ",
            new Names(plan).simdClass(),
            "plain")
        : CodeBlock.of("$S", "plain");
  }

  private CodeBlock topology() {
    List<CodeBlock> shapes =
        plan.layers().stream().map(layer -> CodeBlock.of("$S", layer.loopWords())).toList();
    return CodeBlock.builder()
        .add("$T.builder()$>$>", Topology.class)
        .add(TopologyLayers.of(plan.model()))
        .add("\n.loss($S)", plan.model().loss().text())
        .add("\n.optimizer($S)", plan.trains() ? plan.update().name() : "NONE")
        .add("\n.forwardFlops($LL)", plan.forwardFlops())
        .add("\n.trainFlops($LL)", plan.trains() ? plan.trainFlops() : 0)
        .add("\n.parameterBytes($LL)", memory.parameterBytes())
        .add("\n.scratchBytes($L)", either(PanelSizes.SCRATCH, memory.workingBytes()))
        .add(optimizerBytes())
        .add("\n.heapBytes($L)", either(PanelSizes.HEAP, memory.heapBytes()))
        .add("\n.largestMethodBytes($L)", longestMethodBytes)
        .add("\n.loopShapes($L)", CodeBlock.join(shapes, ",$W"))
        .add("\n.kernels($L)", kernels())
        .add("\n.build()$<$<")
        .build();
  }

  /** A constant of the companion where its kernels run, which need other arrays. */
  private CodeBlock either(String vector, long plain) {
    return plan.hasPanels()
        ? CodeBlock.of(
            "$L ? $T.$L : $LL", SimdCalls.VECTOR, new Names(plan).simdClass(), vector, plain)
        : CodeBlock.of("$LL", plain);
  }

  /** Left out where there is no state. */
  private CodeBlock optimizerBytes() {
    return plan.keepsState()
        ? CodeBlock.of("\n.optimizerBytes($LL)", memory.stateBytes())
        : CodeBlock.of("");
  }
}
