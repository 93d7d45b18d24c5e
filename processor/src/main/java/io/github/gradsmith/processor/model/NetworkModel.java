package io.github.gradsmith.processor.model;

import io.github.gradsmith.Simd;
import io.github.gradsmith.processor.model.row.RowModel;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A network as meant, always valid.
 *
 * @param packageName the package of interface and implementation, "" for the unnamed one
 * @param nesting simple names from the outermost type to the interface
 * @param isPublic whether the interface, with all types around it, is public
 * @param precision float or double
 * @param trains whether backward code is wanted (a network) or not (a predictor)
 * @param input what it reads
 * @param layers layers 2 to L, in order of computation: each reads values given before it, and the
 *     last gives the output
 * @param loss what training minimises
 * @param optimizer how it steps
 * @param weights the parameters that are compiled in, if any are
 * @param vectors the test vectors that are compiled in, if any are
 * @param simd what is said of vector kernels
 * @param vectorized whether they are generated: REQUIRED implies it, OFF excludes it
 * @param inheritedNames names of methods, types and constants that the user brings along, which
 *     ours must not hide, override or be taken for
 * @param markGenerated whether the class carries {@code @Generated}
 * @param namesDeprecated whether to implement the interface is to name something deprecated
 * @param rows the records that are its rows, if methods name one
 */
public record NetworkModel(
    String packageName,
    List<String> nesting,
    boolean isPublic,
    Precision precision,
    boolean trains,
    InputModel input,
    List<LayerModel> layers,
    LossChoice loss,
    OptimizerChoice optimizer,
    Optional<BakedWeights> weights,
    Optional<TestVectors> vectors,
    Simd simd,
    boolean vectorized,
    Set<String> inheritedNames,
    boolean markGenerated,
    boolean namesDeprecated,
    Optional<RowModel> rows) {
  public NetworkModel {
    nesting = List.copyOf(nesting);
    layers = List.copyOf(layers);
    inheritedNames = Set.copyOf(inheritedNames);
  }

  /** The layers that read the value of that number, in order. */
  public List<LayerModel> readers(int value) {
    return layers.stream().filter(layer -> layer.reads(value)).toList();
  }

  /** Whether the layers are those of an enum: a chain has numbers only. */
  public boolean isNamed() {
    return !input.name().equals(LayerName.ofNumber(Value.INPUT));
  }

  /** Simple name of the generated class: {@code Outer_InnerImpl} for {@code Outer.Inner}. */
  public String generatedName() {
    return GeneratedName.of(nesting);
  }

  /** Simple name of the class of vector kernels: {@code Outer_InnerSimd}. */
  public String simdName() {
    return GeneratedName.simd(nesting);
  }

  /** Simple name of the class that holds the parameters: {@code Outer_InnerWeights}. */
  public String weightsName() {
    return GeneratedName.weights(nesting);
  }

  /** Name of the class that holds the parameters with its package. */
  public String qualifiedWeightsName() {
    return qualified(weightsName());
  }

  /** Simple name of the class that holds the test vectors: {@code Outer_InnerTestVectors}. */
  public String testVectorsName() {
    return GeneratedName.testVectors(nesting);
  }

  /** Name of the class that holds the test vectors with its package. */
  public String qualifiedTestVectorsName() {
    return qualified(testVectorsName());
  }

  /** Name of the resource that holds parameters too many for a class. */
  public String weightsResourceName() {
    return GeneratedName.weightsResource(nesting);
  }

  /** Name of the file that holds the derivation: {@code Outer_Inner.derivation.md}. */
  public String derivationName() {
    return GeneratedName.derivation(nesting);
  }

  /** Name of the generated class with its package. */
  public String qualifiedGeneratedName() {
    return qualified(generatedName());
  }

  /** Name of the class of vector kernels with its package. */
  public String qualifiedSimdName() {
    return qualified(simdName());
  }

  private String qualified(String simpleName) {
    return packageName.isEmpty() ? simpleName : packageName + "." + simpleName;
  }
}
