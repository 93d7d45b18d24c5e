package io.github.gradsmith.processor.validate;

import io.github.gradsmith.processor.model.BakedWeights;
import io.github.gradsmith.processor.model.ModelImport;
import io.github.gradsmith.processor.model.NetworkDeclaration;
import io.github.gradsmith.processor.model.NetworkModel;
import io.github.gradsmith.processor.model.OptimizerChoice;
import io.github.gradsmith.processor.model.OptimizerDeclaration;
import io.github.gradsmith.processor.model.Options;
import io.github.gradsmith.processor.model.TypeDeclaration;
import io.github.gradsmith.processor.resolve.Parsed;
import io.github.gradsmith.processor.resolve.ResolvedNetwork;
import io.github.gradsmith.processor.validate.files.LayerWeights;
import io.github.gradsmith.processor.validate.files.VectorsFit;
import io.github.gradsmith.processor.validate.graph.MeantLayers;
import io.github.gradsmith.processor.validate.row.RowJudge;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a declaration without errors means. */
final class MeantNetwork {
  private MeantNetwork() {}

  static NetworkModel of(ResolvedNetwork network) {
    NetworkDeclaration declaration = network.declaration();
    TypeDeclaration type = declaration.type();
    MeantLayers layers = MeantLayers.of(network);
    boolean wantsGenerated = declaration.options().isOn(Options.GENERATED_ANNOTATION);
    return new NetworkModel(
        type.packageName(),
        type.nesting(),
        type.isPublic(),
        declaration.interfaces().iterator().next().precision(),
        !declaration.predictsOnly(),
        layers.input(),
        layers.layers(),
        network.loss(),
        declaration.optimizers().stream()
            .map(OptimizerDeclaration::choice)
            .findFirst()
            .orElse(OptimizerChoice.PLAIN),
        weights(network, layers),
        VectorsFit.vectors(network),
        declaration.simd().written().value(),
        declaration.simd().vectorized(),
        inheritedNames(declaration),
        wantsGenerated && declaration.seesGenerated(),
        type.isDeprecated(),
        RowJudge.of(network).model());
  }

  private static Optional<BakedWeights> weights(ResolvedNetwork network, MeantLayers layers) {
    Optional<double[]> imported = network.imported().flatMap(ModelImport::flatParameters);
    if (imported.isPresent()) {
      String model = network.declaration().model().orElseThrow().value().name();
      return Optional.of(new BakedWeights(model, imported.get()));
    }
    return network
        .weights()
        .flatMap(Parsed::content)
        .map(content -> new LayerWeights(network, layers, content))
        .map(weights -> new BakedWeights(fileName(network), parameters(weights)));
  }

  private static String fileName(ResolvedNetwork network) {
    return network.declaration().weights().orElseThrow().value().name();
  }

  private static double[] parameters(LayerWeights weights) {
    try {
      return weights.parameters();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // which the rules have read before
    }
  }

  private static Set<String> inheritedNames(NetworkDeclaration declaration) {
    Set<String> names = new TreeSet<>(declaration.takenNames());
    declaration.methods().stream()
        .filter(method -> method.isDefault() || method.name().equals("adapt"))
        .forEach(method -> names.add(method.name()));
    return names;
  }
}
