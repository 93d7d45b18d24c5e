package io.github.gradsmith.processor.validate.row;

import static java.util.stream.Collectors.joining;

import io.github.gradsmith.Activation;
import io.github.gradsmith.processor.diagnostic.Place;
import io.github.gradsmith.processor.model.ActivationChoice;
import io.github.gradsmith.processor.model.LayerChoice;
import io.github.gradsmith.processor.model.LayerModel;
import io.github.gradsmith.processor.model.Value;
import io.github.gradsmith.processor.resolve.ResolvedNetwork;
import io.github.gradsmith.processor.validate.graph.MeantLayers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What rows have to fit: the first and the last layer, and what messages say of them. */
record LayerEnds(ResolvedNetwork network, MeantLayers layers) {
  static Optional<LayerEnds> of(ResolvedNetwork network) {
    return MeantLayers.known(network).map(layers -> new LayerEnds(network, layers));
  }

  int inputs() {
    return layers.input().numbers();
  }

  int outputs() {
    return layers.outputs();
  }

  private boolean isEnum() {
    return network.declaration().layerEnum().isPresent();
  }

  private boolean isModel() {
    return network.declaration().model().isPresent();
  }

  /** Where the width of the input is written. */
  Place placeOfInputs() {
    if (isModel()) {
      return network.declaration().model().orElseThrow().place();
    }
    if (isEnum()) {
      var first = network.declaration().layerEnum().orElseThrow().constants().get(0);
      return first.annotation().map(annotation -> annotation.place()).orElse(first.place());
    }
    return network.layers().value().get(0).place();
  }

  /** What has too few or too many inputs. */
  String first() {
    String count = RowFaults.count(inputs(), isEnum() || isModel() ? "number" : "neuron");
    return isModel()
        ? "the model reads " + count
        : (isEnum() ? "@Input has " : "the first layer has ") + count;
  }

  /** {@code 3 neurons}. */
  String last() {
    return RowFaults.count(outputs(), isEnum() || isModel() ? "number" : "neuron");
  }

  /** What to write instead so that the network reads a number of inputs. */
  String withInputs(int inputs) {
    if (isModel()) {
      return "a record that gives " + RowFaults.count(inputs(), "input");
    }
    return isEnum() ? "@Input(" + inputs + ")" : chain(0, inputs);
  }

  /** What to write instead so that the network has a number of outputs. */
  String withOutputs(int outputs) {
    if (isModel()) {
      return "a record of " + RowFaults.count(outputs(), "number");
    }
    return isEnum()
        ? "a last layer of " + RowFaults.count(outputs, "number")
        : chain(network.layers().value().size() - 1, outputs);
  }

  private String chain(int at, int width) {
    List<Integer> widths = new ArrayList<>();
    network.layers().value().forEach(layer -> widths.add(layer.value()));
    widths.set(at, width);
    return widths.stream().map(String::valueOf).collect(joining(", ", "layers = {", "}"));
  }

  private ActivationChoice activation() {
    return layers.layers().get(layers.layers().size() - 1).activation();
  }

  /** The name of the last activation. */
  String activationText() {
    return activation().text();
  }

  /** Whether its outputs may be probabilities of one thing each; formulas are believed. */
  boolean isSigmoid() {
    return !(activation() instanceof ActivationChoice.Named named)
        || named.constant() == Activation.SIGMOID
        || named.constant() == Activation.HARD_SIGMOID;
  }

  /** Whether they may be probabilities. */
  boolean isProbability() {
    return isSigmoid()
        || activation() instanceof ActivationChoice.Named named
            && named.constant() == Activation.SOFTMAX;
  }

  /** Where outputs stay, if they cannot be just any number. */
  Optional<String> bounds() {
    if (!(activation() instanceof ActivationChoice.Named named)) {
      return Optional.empty();
    }
    return switch (named.constant()) {
      case SIGMOID, HARD_SIGMOID, SOFTMAX -> Optional.of("between 0 and 1");
      case TANH, SOFTSIGN -> Optional.of("between −1 and 1");
      case RELU, SOFTPLUS -> Optional.of("at 0 or above");
      case LOG_SOFTMAX -> Optional.of("at 0 or below");
      default -> Optional.empty();
    };
  }

  /** Whether a layer takes statistics of the input of that number. */
  boolean normalizes(int input) {
    return layers.layers().stream().anyMatch(layer -> normalizes(layer, input));
  }

  private boolean normalizes(LayerModel layer, int input) {
    if (!(layer.choice() instanceof LayerChoice.Normalization)) {
      return false;
    }
    int column = 0;
    Value value = layer.from().get(0);
    while (value.layer() != Value.INPUT) {
      LayerModel before = layers.layers().get(value.layer() - 2);
      if (!(before.choice() instanceof LayerChoice.Slice slice)) {
        return false;
      }
      column += slice.begin();
      value = before.from().get(0);
    }
    return input >= column && input < column + layer.outputs();
  }

  /** Whether any layer takes statistics of inputs. */
  boolean normalizes() {
    for (int i = 0; i < inputs(); i++) {
      if (normalizes(i)) {
        return true;
      }
    }
    return false;
  }
}
