package io.github.gradsmith.processor.validate.network;

import io.github.gradsmith.Activation;
import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.diagnostic.Located;
import io.github.gradsmith.processor.diagnostic.Message;
import io.github.gradsmith.processor.model.ActivationChoice;
import io.github.gradsmith.processor.model.LayerAnnotation;
import io.github.gradsmith.processor.model.LayerConstant;
import io.github.gradsmith.processor.model.LayerEnum;
import io.github.gradsmith.processor.resolve.ResolvedNetwork;
import io.github.gradsmith.processor.validate.rule.Rule;
import java.util.ArrayList;
import java.util.List;

/** Softmax and its logarithm, which look at a whole layer, stand at the last layer only. */
public final class SoftmaxOnlyLast implements Rule {
  static final ActivationChoice SOFTMAX = new ActivationChoice.Named(Activation.SOFTMAX);
  static final ActivationChoice LOG_SOFTMAX = new ActivationChoice.Named(Activation.LOG_SOFTMAX);

  /** Whether a layer's outputs depend on all its weighted sums. */
  static boolean couples(ActivationChoice choice) {
    return choice.equals(SOFTMAX) || choice.equals(LOG_SOFTMAX);
  }

  @Override
  public List<Fault> faults(ResolvedNetwork network) {
    List<Located<ActivationChoice>> activations = network.activations();
    if (network.declaration().layerEnum().isPresent()) {
      return ofConstants(network, network.declaration().layerEnum().get());
    }
    boolean named = isNamed(network);
    int layers = network.layers().value().size();
    if (activations.size() == 1) {
      return forAll(activations.get(0), named, layers);
    }
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < activations.size() - 1; i++) {
      if (couples(activations.get(i).value())) {
        faults.add(beforeLast(activations.get(i), named, String.valueOf(i + 2)));
      }
    }
    return faults;
  }

  private static List<Fault> ofConstants(ResolvedNetwork network, LayerEnum layers) {
    List<LayerConstant> constants = layers.constants();
    List<Located<ActivationChoice>> activations = network.activations();
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < activations.size() - 1; i++) {
      LayerConstant constant = constants.get(i + 1);
      if (couples(activations.get(i).value())) {
        faults.add(beforeLast(activations.get(i), isNamed(constant), constant.name()));
      }
    }
    return faults;
  }

  /** Whether the last layer's activation is written by name, not as a formula. */
  static boolean isNamed(ResolvedNetwork network) {
    return network
        .declaration()
        .layerEnum()
        .map(layers -> isNamed(layers.constants().get(layers.constants().size() - 1)))
        .orElse(network.declaration().formula().isEmpty());
  }

  private static boolean isNamed(LayerConstant constant) {
    return constant.annotation().flatMap(LayerAnnotation::formula).isEmpty();
  }

  /** An activation as it is written, by name or as a formula. */
  static String text(ActivationChoice choice, boolean named) {
    return named ? choice.text() : choice.equals(SOFTMAX) ? "softmax(z)" : "logsoftmax(z)";
  }

  private static Fault beforeLast(Located<ActivationChoice> softmax, boolean named, String layer) {
    return Message.SOFTMAX_BEFORE_LAST.at(
        softmax.place(),
        text(softmax.value(), named),
        layer,
        named ? "activation" : "formula",
        named ? "RELU or SIGMOID" : "\"max(z, 0)\"");
  }

  private static List<Fault> forAll(Located<ActivationChoice> single, boolean named, int layers) {
    if (!couples(single.value()) || layers <= 2) {
      return List.of();
    }
    String cure =
        (named ? "RELU, " : "\"max(z, 0)\", ").repeat(layers - 2)
            + (named ? single.value().text() : '"' + text(single.value(), false) + '"');
    return List.of(
        Message.SOFTMAX_FOR_ALL.at(
            single.place(),
            text(single.value(), named),
            layers - 1,
            named ? "activation" : "formula",
            cure));
  }
}
