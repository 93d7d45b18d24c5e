package io.github.gradsmith.processor.plan;

import io.github.gradsmith.processor.layer.OutputLayer;
import io.github.gradsmith.processor.model.NetworkModel;
import io.github.gradsmith.processor.optimizer.UpdateRule;
import io.github.gradsmith.processor.plan.backward.DeltaStep;
import io.github.gradsmith.processor.plan.backward.DeltaStep.Action;
import java.util.List;
import java.util.Locale;

/**
 * All that is decided about a generated class before a line of it is written.
 *
 * @param model the network
 * @param layers layers 2 to L
 * @param output loss and delta of the last layer
 * @param update how a gradient becomes a step, if the network trains
 * @param tile samples whose activations and deltas are kept at once
 * @param buffers all arrays, in the order of the fields
 * @param backward the order in which deltas go back through the layers
 * @param passes the ways of samples through the network
 * @param sharesSteps whether a trainer with several threads is given gradients and a step in this
 *     network's own order; for the others it copies, and their source stays a page to read
 */
public record NetworkPlan(
    NetworkModel model,
    List<LayerPlan> layers,
    OutputLayer output,
    UpdateRule update,
    int tile,
    List<Buffer> buffers,
    List<DeltaStep> backward,
    List<Pass> passes,
    boolean sharesSteps) {
  public NetworkPlan {
    layers = List.copyOf(layers);
    buffers = List.copyOf(buffers);
    backward = List.copyOf(backward);
    passes = List.copyOf(passes);
  }

  public LayerPlan first() {
    return layers.get(0);
  }

  public LayerPlan last() {
    return layers.get(layers.size() - 1);
  }

  public boolean trains() {
    return model.trains();
  }

  /** The layer of that number. */
  public LayerPlan layer(int number) {
    return layers.get(number - 2);
  }

  /** The layers that learn anything. */
  public List<LayerPlan> learning() {
    return layers.stream().filter(LayerPlan::learns).toList();
  }

  /** The layer that alone reads {@code value}, and through which its delta comes. */
  public LayerPlan reader(LayerPlan value) {
    DeltaStep only =
        backward.stream()
            .filter(step -> step.value() == value.number() && step.action() == Action.ONLY)
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no single reader of " + value));
    return layer(only.reader());
  }

  /** Whether SIMD kernels are written beside the plain loops of a layer. */
  public boolean vectorized() {
    return layers.stream().anyMatch(LayerPlan::isVectorized);
  }

  /** Whether any layer keeps its weights in panels where SIMD kernels run. */
  public boolean hasPanels() {
    return layers.stream().anyMatch(LayerPlan::hasPanels);
  }

  /** Whether any layer keeps a row of weights for each input. */
  public boolean isInputMajor() {
    return layers.stream().anyMatch(LayerPlan::isInputMajor);
  }

  /** Whether activations are kept for several samples at once. */
  public boolean hasTile() {
    return trains() || vectorized();
  }

  /** Whether anything but parameters is kept from step to step. */
  public boolean keepsState() {
    return trains() && update.hasState() || drops();
  }

  /** Whether the steps are counted. */
  public boolean countsSteps() {
    return trains() && update.countsSteps() || drops();
  }

  /** Whether units are dropped while it trains. */
  public boolean drops() {
    return trains() && layers.stream().anyMatch(LayerPlan::drops);
  }

  /** Whether mini-batches go layer by layer in plain Java, too. */
  public boolean hasBlocks() {
    return layers.stream().anyMatch(LayerPlan::goesInBlocks);
  }

  /** Whether mini-batches go layer by layer at all. */
  public boolean goesByLayer() {
    return vectorized() || hasBlocks();
  }

  /** Whether any layer reads its weights in another order than they are kept in. */
  public boolean packs() {
    return layers.stream().anyMatch(layer -> layer.loops().packing().isPresent());
  }

  /**
   * Whether samples that are taken one by one may be enough to pay for packing: where mini-batches
   * go layer by layer, only a few ever are.
   */
  public boolean packsForSamples() {
    return packs() && !hasBlocks();
  }

  /** Where the parameters of {@code layer} begin in the flat array. */
  public int offset(LayerPlan layer) {
    int offset = 0;
    for (LayerPlan before : layers) {
      if (before.number() == layer.number()) {
        return offset;
      }
      offset += before.parameters();
    }
    throw new IllegalArgumentException("no layer " + layer.number());
  }

  public int parameterCount() {
    return Math.toIntExact(layers.stream().mapToLong(LayerPlan::parameters).sum());
  }

  /** Those of all layers, for one sample. */
  public long forwardFlops() {
    return layers.stream().mapToLong(layer -> layer.model().flops()).sum();
  }

  /** Forward, the same again for what is learnt, and for what goes back to other layers. */
  public long trainFlops() {
    long flops = 0;
    for (LayerPlan layer : layers) {
      int times = 1 + (layer.learns() ? 1 : 0) + (layer.model().readsLearnt() ? 1 : 0);
      flops += times * layer.model().flops();
    }
    return flops;
  }

  /** What the buffers take. */
  public Memory memory() {
    return new Memory(buffers);
  }

  /** The buffers of {@code layer}, in the order of the fields. */
  public List<Buffer> buffers(LayerPlan layer) {
    return buffers.stream().filter(buffer -> buffer.layer() == layer.number()).toList();
  }

  /** The buffer of that name. */
  public Buffer buffer(String name) {
    for (Buffer buffer : buffers) {
      if (buffer.name().equals(name)) {
        return buffer;
      }
    }
    throw new IllegalArgumentException("no buffer " + name);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("layer  inputs  outputs  parameters  loops\n");
    for (LayerPlan layer : layers) {
      text.append(
          String.format(
              Locale.ROOT,
              "%5d %7d %8d %11d  %s%s\n",
              layer.number(),
              layer.inputs(),
              layer.outputs(),
              layer.parameters(),
              layer.loops(),
              layer.keepsZ() ? ", keeps z" : ""));
    }
    buffers.forEach(buffer -> text.append(buffer).append('\n'));
    passes.forEach(pass -> text.append(pass).append('\n'));
    text.append("tile ").append(tile).append(" samples");
    return sharesSteps ? text.append(", shares steps").toString() : text.toString();
  }
}
