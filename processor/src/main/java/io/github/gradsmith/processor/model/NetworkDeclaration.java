package io.github.gradsmith.processor.model;

import io.github.gradsmith.Activation;
import io.github.gradsmith.Initializer;
import io.github.gradsmith.Loss;
import io.github.gradsmith.processor.diagnostic.Located;
import io.github.gradsmith.processor.diagnostic.Place;
import io.github.gradsmith.processor.model.row.RowMethod;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An annotated type as written, not judged yet.
 *
 * @param type the type that carries the annotation
 * @param annotation where the annotation stands
 * @param interfaces those of the four that it extends, directly or not
 * @param promised the methods of those interfaces, which the generated class implements
 * @param methods all others it declares or inherits and does not override
 * @param takenNames simple names of types that in the generated class would mean another thing
 * @param writtenLayers neurons per layer, input first, if they are written
 * @param layerEnums the enums of layers that it holds, in the order of the source
 * @param activation the activations, if they are written, one or many
 * @param formula the formulas of activations, if they are written, one or many
 * @param loss the loss, written or not
 * @param lossWritten whether the loss is written
 * @param lossFormula the formula of the loss, if it is written
 * @param initializer the initializer, written or not
 * @param simd whether vector kernels are wanted, and possible
 * @param weights the weight file, if one is written
 * @param names what the names of each layer's tensors in it begin with, if that is written
 * @param model the model file, if one is written
 * @param output the output of the model that is wanted, if one is named
 * @param vectors the file of test vectors, if one is written
 * @param optimizers the optimizer annotations that stand beside, in the order of the source
 * @param options those of the compilation
 * @param seesGenerated whether {@code @Generated} is visible where the type is
 * @param rows those of {@code methods} that are abstract and have parameters, with the records that
 *     they name
 */
public record NetworkDeclaration(
    TypeDeclaration type,
    Place annotation,
    Set<NetworkInterface> interfaces,
    List<MethodDeclaration> promised,
    List<MethodDeclaration> methods,
    Set<String> takenNames,
    Optional<Located<List<Located<Integer>>>> writtenLayers,
    List<LayerEnum> layerEnums,
    Optional<Located<List<Located<Activation>>>> activation,
    Optional<Located<List<Located<String>>>> formula,
    Located<Loss> loss,
    boolean lossWritten,
    Optional<Located<String>> lossFormula,
    Located<Initializer> initializer,
    SimdDeclaration simd,
    Optional<Located<FoundFile>> weights,
    Optional<Located<List<Located<String>>>> names,
    Optional<Located<FoundFile>> model,
    Optional<Located<String>> output,
    Optional<Located<FoundFile>> vectors,
    List<OptimizerDeclaration> optimizers,
    Options options,
    boolean seesGenerated,
    List<RowMethod> rows) {
  public NetworkDeclaration {
    rows = List.copyOf(rows);
  }

  /** The enum of its layers, the first one if there are several. */
  public Optional<LayerEnum> layerEnum() {
    return layerEnums.stream().findFirst();
  }

  /** Whether no training is wanted: what extends none of the four may yet become a network. */
  public boolean predictsOnly() {
    return !interfaces.isEmpty() && interfaces.stream().noneMatch(NetworkInterface::trains);
  }

  /** Names of {@code interfaces}, without predictors that one of its networks extends itself. */
  public List<String> extendedNames() {
    return interfaces.stream()
        .filter(
            candidate ->
                candidate.trains()
                    || interfaces.stream()
                        .filter(other -> other.precision() == candidate.precision())
                        .noneMatch(NetworkInterface::trains))
        .map(NetworkInterface::simpleName)
        .toList();
  }
}
