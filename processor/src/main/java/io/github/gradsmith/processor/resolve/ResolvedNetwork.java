package io.github.gradsmith.processor.resolve;

import io.github.gradsmith.Activation;
import io.github.gradsmith.processor.diagnostic.Located;
import io.github.gradsmith.processor.diagnostic.Place;
import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.model.ActivationChoice;
import io.github.gradsmith.processor.model.LayerAnnotation;
import io.github.gradsmith.processor.model.LayerChoice;
import io.github.gradsmith.processor.model.LayerEnum;
import io.github.gradsmith.processor.model.LossChoice;
import io.github.gradsmith.processor.model.ModelImport;
import io.github.gradsmith.processor.model.NetworkDeclaration;
import io.github.gradsmith.processor.onnx.OnnxImport;
import java.util.List;
import java.util.Optional;

/**
 * A declaration with all that it names, not judged yet.
 *
 * @param declaration as written
 * @param imported what was made of its model file, if it was found
 * @param formulas the formulas of the user's own, in the order of the source
 * @param weights what its weight file holds, if it was found and has the name of a format
 * @param vectors what its file of test vectors holds, if it was found
 */
public record ResolvedNetwork(
    NetworkDeclaration declaration,
    Optional<ModelImport> imported,
    List<WrittenFormula> formulas,
    Optional<Parsed<WeightTensors>> weights,
    Optional<Parsed<VectorTensors>> vectors) {
  public ResolvedNetwork {
    formulas = List.copyOf(formulas);
  }

  /** Looks up and parses what a declaration names. */
  public static ResolvedNetwork of(NetworkDeclaration declaration) {
    Optional<String> output = declaration.output().map(Located::value);
    return of(
        declaration,
        declaration
            .model()
            .map(Located::value)
            .flatMap(
                file -> file.content().map(bytes -> OnnxImport.of(bytes, output, file.beside()))));
  }

  /** Likewise, with what was made of its model file. */
  public static ResolvedNetwork of(NetworkDeclaration declaration, Optional<ModelImport> imported) {
    return new ResolvedNetwork(
        declaration,
        imported,
        WrittenFormula.allOf(declaration, activations(declaration, imported)),
        declaration.weights().flatMap(file -> WeightTensors.of(file.value())),
        declaration
            .vectors()
            .flatMap(file -> file.value().content())
            .map(bytes -> Parsed.by(() -> new VectorTensors(bytes))));
  }

  private static List<Located<ActivationChoice>> activations(
      NetworkDeclaration declaration, Optional<ModelImport> imported) {
    return imported
        .map(made -> at(declaration.model().orElseThrow().place(), made.activations()))
        .orElse(List.of());
  }

  /** The graph of the model file, if it is one. */
  public Optional<ModelImport.Graph> importedGraph() {
    return imported.filter(ModelImport.Graph.class::isInstance).map(ModelImport.Graph.class::cast);
  }

  /** The chain of layers of the model file, if one was written, found and understood. */
  public Optional<ModelImport.Network> importedNetwork() {
    return network(imported);
  }

  private static Optional<ModelImport.Network> network(Optional<ModelImport> imported) {
    return imported
        .filter(ModelImport.Network.class::isInstance)
        .map(ModelImport.Network.class::cast);
  }

  /** Whether layers are to come from a model file, which gives none. */
  public boolean lacksLayers() {
    return declaration.model().isPresent()
        && importedNetwork().isEmpty()
        && importedGraph().isEmpty();
  }

  /** Neurons per layer, input first: as written, or those of the model, at its place. */
  public Located<List<Located<Integer>>> layers() {
    return importedNetwork()
        .map(network -> atModel(network.widths()))
        .or(declaration::writtenLayers)
        .orElse(new Located<>(List.of(), declaration.annotation()));
  }

  private <T> Located<List<Located<T>>> atModel(List<T> values) {
    Place place = declaration.model().orElseThrow().place();
    return new Located<>(at(place, values), place);
  }

  private static <T> List<Located<T>> at(Place place, List<T> values) {
    return values.stream().map(value -> new Located<>(value, place)).toList();
  }

  /**
   * What stands for the layers after the input, one for all or one for each: the model's, those of
   * an enum's constants, or the activations or, if none are written, the formulas in their
   * canonical spelling, or as written where they cannot be read.
   */
  public List<Located<ActivationChoice>> activations() {
    if (!lacksLayers() && imported.isPresent()) {
      return atModel(imported.get().activations()).value();
    }
    if (declaration.layerEnum().isPresent()) {
      return ofConstants(declaration.layerEnum().get());
    }
    if (declaration.activation().isPresent()) {
      return declaration.activation().get().value().stream().map(ResolvedNetwork::named).toList();
    }
    return declaration.formula().stream()
        .flatMap(written -> written.value().stream())
        .map(WrittenFormula::choice)
        .map(this::canonical)
        .toList();
  }

  private List<Located<ActivationChoice>> ofConstants(LayerEnum layers) {
    return layers.constants().stream()
        .skip(1)
        .map(
            constant ->
                constant
                    .annotation()
                    .map(this::activation)
                    .orElse(new Located<>(LayerChoice.IDENTITY, constant.place())))
        .toList();
  }

  /** The activation of a constant: the identity if it has none. */
  public Located<ActivationChoice> activation(LayerAnnotation annotation) {
    return annotation
        .formula()
        .map(WrittenFormula::choice)
        .map(this::canonical)
        .or(() -> annotation.activation().map(ResolvedNetwork::named))
        .orElse(new Located<>(LayerChoice.IDENTITY, annotation.place()));
  }

  private static Located<ActivationChoice> named(Located<Activation> written) {
    return new Located<>(new ActivationChoice.Named(written.value()), written.place());
  }

  private Located<ActivationChoice> canonical(Located<ActivationChoice> activation) {
    return formula(activation)
        .map(formula -> new ActivationChoice.Written(formula.canonical()))
        .map(choice -> new Located<ActivationChoice>(choice, activation.place()))
        .orElse(activation);
  }

  private Optional<WrittenFormula> formula(Located<ActivationChoice> activation) {
    return formulas.stream().filter(formula -> formula.is(activation)).findFirst();
  }

  /** The loss: its formula in canonical spelling, or the one of the toolbox. */
  public LossChoice loss() {
    return formulas.stream()
        .filter(formula -> formula.kind() == WrittenFormula.Kind.LOSS)
        .findFirst()
        .<LossChoice>map(formula -> new LossChoice.Written(formula.canonical()))
        .orElseGet(() -> new LossChoice.Named(declaration.loss().value()));
  }

  /** An activation as its user wrote it. */
  public String written(Located<ActivationChoice> activation) {
    return formula(activation).map(WrittenFormula::text).orElse(activation.value().text());
  }

  /** The formula of an activation that is one of the user's own and can be read. */
  public Optional<Expr> expression(Located<ActivationChoice> activation) {
    return formula(activation).flatMap(WrittenFormula::expression);
  }
}
