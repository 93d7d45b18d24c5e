package io.github.gradsmith.processor.kernel.lowering.simple;

import com.palantir.javapoet.CodeBlock;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.kernel.lowering.LayerFormulas;
import java.util.List;

/** What a simple kind computes for a sample, in statements. */
public interface SimpleLoop {
  /**
   * Statements that compute the layer's numbers.
   *
   * @param inputs what the values that it reads are called
   * @param result what the array is called that they go to
   */
  CodeBlock forward(List<String> inputs, String result, ElementType scalar);

  /**
   * Statements that bring its deltas {@code next} back to the delta {@code d} of a value.
   *
   * @param use which of the values that it reads
   * @param inputs what the values that it reads are called
   * @param assignment {@code =} or {@code +=}
   */
  CodeBlock back(int use, List<String> inputs, String assignment, ElementType scalar);

  /** Which of the values that it reads the way back needs. */
  default List<Integer> readByBack(int use) {
    return List.of();
  }

  /** Whether it reads fields of the network, besides the values. */
  default boolean readsFields() {
    return false;
  }

  /** Its formula, in letters of the code: {@code a2 + a3}. */
  String formula(List<String> inputs);

  /** What comes back to a value, in letters of the code. */
  String errors(int use, List<String> inputs, String delta);

  /** Both for people who read the derivation. */
  LayerFormulas latex();

  /** The loop in a few words, for the size report. */
  String words();
}
