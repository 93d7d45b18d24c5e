package io.github.gradsmith.processor.kernel.simd.dense;

import com.palantir.javapoet.CodeBlock;
import java.util.List;

/**
 * Adds multiples of a few source arrays to a few target arrays: {@code t += c0 s0 + c1 s1 + …}. The
 * factors stay in registers, each vector of a target is loaded and stored once for all sources.
 * Both the update of weights (targets are rows, sources inputs) and the way of the deltas back
 * (targets are deltas, sources rows) are of this kind.
 *
 * @param lanes the vectors
 * @param length the length of the arrays
 * @param targets names of the arrays that are changed
 * @param sources names of the arrays that are added
 */
record AxpyPanel(Lanes lanes, int length, List<String> targets, List<String> sources) {
  /** The variable that holds the factor of a source for a target. */
  static String factor(int source, int target) {
    return "c" + source + target;
  }

  /** The loop; the factors are vectors named by {@link #factor}. */
  CodeBlock code() {
    CodeBlock.Builder code = CodeBlock.builder();
    code.beginControlFlow("$L", lanes.loop(length)).add(step("i", false)).endControlFlow();
    if (lanes.mayLeaveRest(length)) {
      code.beginControlFlow("$L", lanes.rest(length))
          .add(step(lanes.last(length), true))
          .endControlFlow();
    }
    return code.build();
  }

  private CodeBlock step(String index, boolean rest) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (int t = 0; t < targets.size(); t++) {
      code.addStatement("$T u$L = $L", lanes.vector(), t, lanes.load(targets.get(t), index));
    }
    for (int t = 0; t < targets.size() && rest; t++) {
      code.addStatement("$1T old$2L = u$2L", lanes.vector(), t);
    }
    for (int k = 0; k < sources.size(); k++) {
      code.addStatement("$T v$L = $L", lanes.vector(), k, lanes.load(sources.get(k), index));
      for (int t = 0; t < targets.size(); t++) {
        code.addStatement("u$1L = v$2L.fma($3L, u$1L)", t, k, factor(k, t));
      }
    }
    for (int t = 0; t < targets.size(); t++) {
      String value = "u" + t + (rest ? ".blend(old" + t + ", " + lanes.skip(length) + ")" : "");
      code.addStatement("$L.intoArray($L, $L)", value, targets.get(t), index);
    }
    return code.build();
  }
}
