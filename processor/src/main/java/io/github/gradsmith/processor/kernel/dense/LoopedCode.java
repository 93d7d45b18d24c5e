package io.github.gradsmith.processor.kernel.dense;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.github.gradsmith.processor.kernel.code.Indices;
import io.github.gradsmith.processor.plan.shape.ForwardShape;
import java.util.ArrayList;
import java.util.List;

/** Loops over rows of weights: an update takes a few samples at once, and the others by one. */
abstract class LoopedCode extends DenseCode {
  static final int SAMPLES = ForwardShape.UPDATE_SAMPLES;

  LoopedCode(MethodFrames frames) {
    super(frames);
  }

  /** The method that adds the gradient of {@link #SAMPLES} samples. */
  abstract MethodSpec accumulateGroup();

  /** The method that adds the gradient of one sample, if it is ours. */
  abstract List<MethodSpec> ofOne();

  @Override
  public List<MethodSpec> accumulate() {
    List<MethodSpec> methods = new ArrayList<>();
    methods.add(frames.accumulate(groups()));
    methods.add(accumulateGroup());
    methods.addAll(ofOne());
    return methods;
  }

  /** The calls for all samples of a tile. */
  CodeBlock groups() {
    return CodeBlock.builder()
        .addStatement("int s = 0")
        .beginControlFlow("for (; s + $1L <= count; s += $1L)", SAMPLES)
        .addStatement("$L(w, b, x, from + s, s, scale)", frames.groupName())
        .endControlFlow()
        .beginControlFlow("for (; s < count; s++)")
        .addStatement(callOfAccumulateOne())
        .endControlFlow()
        .build();
  }

  /** The same if all samples go through a block of {@code rows} before the next one. */
  CodeBlock groupsInBlocks(int rows) {
    int all = layer.rows();
    return CodeBlock.builder()
        .beginControlFlow("for (int first = 0; first < $L; first += $L)", all, rows)
        .addStatement("int end = $T.min(first + $L, $L)", Math.class, rows, all)
        .beginControlFlow("for (int s = 0; s + $1L <= count; s += $1L)", SAMPLES)
        .addStatement("$L(w, b, x, from + s, s, scale, first, end)", frames.groupName())
        .endControlFlow()
        .endControlFlow()
        .beginControlFlow("for (int s = count / $1L * $1L; s < count; s++)", SAMPLES)
        .addStatement(callOfAccumulateOne())
        .endControlFlow()
        .build();
  }

  /** The inputs x0, x1, … of a group. */
  MethodSpec.Builder groupOfInputs() {
    MethodSpec.Builder method = frames.accumulateGroup();
    for (int s = 0; s < SAMPLES; s++) {
      method.addStatement("$T x$L = x[$L]", scalar.array(), s, Indices.plus("row", s));
    }
    return method;
  }
}
