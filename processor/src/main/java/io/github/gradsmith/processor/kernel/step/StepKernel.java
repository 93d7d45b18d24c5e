package io.github.gradsmith.processor.kernel.step;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.kernel.code.Names;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.NetworkPlan;
import java.util.List;
import java.util.function.Function;

/** How training turns gradients into steps: the ends of the methods that train. */
public interface StepKernel {
  static StepKernel of(NetworkPlan plan, ElementType scalar) {
    return plan.update().isPlainDescent()
        ? new DescentKernel(plan, scalar)
        : new OptimizerKernel(plan, scalar);
  }

  /** Backpropagates the sample {@code input}, {@code target}, steps and returns the loss. */
  CodeBlock trainSample();

  /** The same for rows {@code from} to {@code to} of {@code inputs} and {@code targets}. */
  CodeBlock trainBatch();

  /** Steps on the gradient arrays. */
  CodeBlock step();

  /** Counts a step that {@link #stepRow} makes row by row, if steps are counted. */
  default CodeBlock countStep() {
    return CodeBlock.of("");
  }

  /** The scalars of the step that is counted, for {@link #stepRow}, if the rule has any. */
  default CodeBlock scalars() {
    return CodeBlock.of("");
  }

  /** A call that steps on a row, of which there are parameters, gradient and what is kept. */
  CodeBlock stepRow(List<CodeBlock> row);

  /** Mends what steps do to numbers that belong to no parameter, if they do anything. */
  default CodeBlock clearPadding() {
    return CodeBlock.of("");
  }

  /** Forgets past steps. */
  CodeBlock reset();

  /** What the others call. */
  List<MethodSpec> privateMethods();

  /** Counts a step, if that is wanted. */
  static CodeBlock countStep(NetworkPlan plan) {
    return plan.countsSteps()
        ? CodeBlock.builder().addStatement("$L[0]++", Names.STEPS).build()
        : CodeBlock.of("");
  }

  /** A statement for each layer that learns. */
  static CodeBlock eachLayer(NetworkPlan plan, Function<LayerPlan, CodeBlock> statement) {
    CodeBlock.Builder code = CodeBlock.builder();
    plan.learning().forEach(layer -> code.addStatement("$L", statement.apply(layer)));
    return code.build();
  }
}
