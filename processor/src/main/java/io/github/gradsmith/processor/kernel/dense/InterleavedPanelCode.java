package io.github.gradsmith.processor.kernel.dense;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.github.gradsmith.processor.kernel.code.ForwardCalls;
import io.github.gradsmith.processor.kernel.elementwise.ActivationCode;
import io.github.gradsmith.processor.plan.shape.ForwardShape.InterleavedPanel;
import java.util.ArrayList;
import java.util.List;

/** Packed rows side by side in one long loop; a step on few samples reads them where they are. */
class InterleavedPanelCode extends NeuronRowsCode {
  final InterleavedPanelForward loops;
  final InterleavedPanelAccumulate update;
  private final InterleavedPanel shape;

  InterleavedPanelCode(MethodFrames frames, InterleavedPanel shape) {
    super(frames);
    this.shape = shape;
    this.loops = new InterleavedPanelForward(layer, shape, scalar, names);
    this.update = new InterleavedPanelAccumulate(layer, shape, scalar, names);
  }

  @Override
  CodeBlock sums() {
    return loops.sums();
  }

  @Override
  public List<MethodSpec> forward() {
    List<MethodSpec> methods = new ArrayList<>(packed());
    if (names.plan().trains()) {
      methods.add(unpacked());
    }
    return methods;
  }

  /** The methods that read packed weights. */
  List<MethodSpec> packed() {
    return super.forward();
  }

  /** What follows the sums of one sample. */
  CodeBlock activation() {
    return ActivationCode.of(layer, scalar);
  }

  private MethodSpec unpacked() {
    DotProducts products = DotProducts.sums(layer, names);
    CodeBlock sums =
        new SplitAccumulatorsForward(products, shape.unpacked(), scalar, names.scratch(layer))
            .sums();
    return frames.forward(
        names.forwardUnpacked(layer), " From rows where they are.", sums, activation());
  }

  @Override
  public CodeBlock forwardOfSample(String x, String s) {
    CodeBlock unpacked =
        new ForwardCalls(names.plan()).layer(layer, names.forwardUnpacked(layer), x, s);
    CodeBlock.Builder code = CodeBlock.builder();
    return names.plan().packsForSamples()
        ? code.beginControlFlow("if (packed)")
            .add(super.forwardOfSample(x, s))
            .nextControlFlow("else")
            .addStatement(unpacked)
            .endControlFlow()
            .build()
        : code.addStatement(unpacked).build();
  }

  @Override
  MethodSpec accumulateGroup() {
    return frames.accumulateGroup().addCode(update.code()).build();
  }
}
