package io.github.gradsmith.processor.plan;

import io.github.gradsmith.processor.activation.ActivationFormula;
import io.github.gradsmith.processor.initializer.Distribution;
import io.github.gradsmith.processor.model.LayerChoice;
import io.github.gradsmith.processor.model.LayerModel;
import io.github.gradsmith.processor.model.Shape;
import io.github.gradsmith.processor.plan.shape.Schedule;
import io.github.gradsmith.processor.plan.shape.WeightLayout;
import io.github.gradsmith.processor.plan.simd.SimdShape;
import java.util.List;

/**
 * One layer after the input, with all that is decided about it.
 *
 * @param model its size and kinds
 * @param activation how z becomes a, and the derivative
 * @param distribution where its initial weights come from
 * @param loops how its code is looped
 * @param keepsZ whether z is kept for the way back, because the derivative needs it
 */
public record LayerPlan(
    LayerModel model,
    ActivationFormula activation,
    Distribution distribution,
    LayerLoops loops,
    boolean keepsZ) {
  /** The loop shapes in a few words, for a reader of the size report. */
  public String loopWords() {
    return loops.words();
  }

  /** Whether the code is written out for each weight: forward, back and in the update. */
  public boolean unrolled() {
    return loops.isUnrolled();
  }

  /** How the plain loops take a mini-batch through it. */
  public Schedule schedule() {
    return loops.schedule();
  }

  /** How its SIMD kernels are looped, if it has any. */
  public SimdShape simd() {
    return loops.simd();
  }

  /** Whether SIMD kernels are written for the layer beside the plain loops. */
  public boolean isVectorized() {
    return simd().hasKernels();
  }

  /** Whether the weights are kept in panels of neurons where SIMD kernels run. */
  public boolean hasPanels() {
    return simd().hasPanels();
  }

  /** Whether mini-batches go through the layer in blocks of neurons in plain Java, too. */
  public boolean isBlocked() {
    return schedule().goesInBlocks() && !isSwept();
  }

  /** Whether a mini-batch goes through the layer at once, over rows for each input. */
  public boolean isSwept() {
    return schedule().sweep().isPresent();
  }

  /** Whether a mini-batch's deltas go back through a transposed copy of the weights. */
  public boolean transposes() {
    return schedule().transposes();
  }

  /** Whether all samples of a mini-batch go through a block of rows before the next one. */
  public boolean goesInBlocks() {
    return schedule().goesInBlocks();
  }

  /** Whether it drops units while the network trains. */
  public boolean drops() {
    return loops.drops();
  }

  public int number() {
    return model.number();
  }

  /** What letters of generated code are followed by: {@code 2} or {@code Hidden}. */
  public String tag() {
    return model.name().tag();
  }

  public int inputs() {
    return model.inputs();
  }

  public int outputs() {
    return model.outputs();
  }

  /** The order in which the weights are kept. */
  public WeightLayout layout() {
    return loops.layout();
  }

  /** Whether the weights have a row for each input. */
  public boolean isInputMajor() {
    return layout() == WeightLayout.INPUT_MAJOR;
  }

  /** The same with another activation, whose derivative needs no z. */
  public LayerPlan with(ActivationFormula other) {
    return new LayerPlan(model, other, distribution, loops, false);
  }

  /** Whether it learns anything. */
  public boolean learns() {
    return !model.parameters().isEmpty();
  }

  /** Rows of the weights as they are kept: one for each neuron, or for each input. */
  public int rows() {
    return isInputMajor() ? weightInputs() : weightOutputs();
  }

  /** Weights of a row as they are kept. */
  public int rowLength() {
    return isInputMajor() ? weightOutputs() : weightInputs();
  }

  /** Rows of the weights [out][in]: the outermost size; a single size is that of a row. */
  public int weightOutputs() {
    List<Integer> sizes = weightShape().sizes();
    return sizes.size() == 1 ? 1 : sizes.get(0);
  }

  /** Weights of such a row. */
  public int weightInputs() {
    return Math.toIntExact(weightShape().numbers() / weightOutputs());
  }

  private Shape weightShape() {
    return model.parameters().get(0).shape();
  }

  /** Numbers of its first parameter: the weights. */
  public long weights() {
    return learns() ? weightShape().numbers() : 0;
  }

  /** Numbers of its second parameter: the biases, if it has any. */
  public int biases() {
    return Math.toIntExact(model.parameterCount() - weights());
  }

  /** Whether it sums as with biases, but has none. */
  public boolean lacksBiases() {
    return model.choice() instanceof LayerChoice.Dense dense && !dense.bias();
  }

  /** Whether z and a are two values; if not, the layer gives what it sums. */
  public boolean activates() {
    return model.choice().activates();
  }

  public int parameters() {
    return Math.toIntExact(model.parameterCount());
  }
}
