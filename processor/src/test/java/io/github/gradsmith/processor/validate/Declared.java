package io.github.gradsmith.processor.validate;

import io.github.gradsmith.Activation;
import io.github.gradsmith.Initializer;
import io.github.gradsmith.Loss;
import io.github.gradsmith.Simd;
import io.github.gradsmith.processor.diagnostic.Located;
import io.github.gradsmith.processor.model.FoundFile;
import io.github.gradsmith.processor.model.Hyperparameter;
import io.github.gradsmith.processor.model.LayerAnnotation;
import io.github.gradsmith.processor.model.LayerConstant;
import io.github.gradsmith.processor.model.LayerEnum;
import io.github.gradsmith.processor.model.MethodDeclaration;
import io.github.gradsmith.processor.model.ModelImport;
import io.github.gradsmith.processor.model.NameOwner;
import io.github.gradsmith.processor.model.NetworkDeclaration;
import io.github.gradsmith.processor.model.NetworkInterface;
import io.github.gradsmith.processor.model.OptimizerDeclaration;
import io.github.gradsmith.processor.model.Options;
import io.github.gradsmith.processor.model.SimdDeclaration;
import io.github.gradsmith.processor.model.TypeDeclaration;
import io.github.gradsmith.processor.resolve.ResolvedNetwork;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Declarations put together by hand, without a compiler: at first {@code demo.Net}, which extends
 * FloatNetwork and writes nothing but its annotation. Every value stands at a {@link Spot} of its
 * name.
 */
public final class Declared {
  public String kind = "interface";
  public String packageName = "demo";
  List<String> nesting = List.of("Net");
  public List<String> typeParameters = List.of();
  public Optional<String> privateType = Optional.empty();
  public boolean sealed;
  public Map<String, NameOwner> nameOwners = Map.of();
  Set<NetworkInterface> interfaces = Set.of(NetworkInterface.FLOAT_NETWORK);
  public Set<String> takenNames = Set.of();
  public Simd simd = Simd.AUTO;
  public Initializer initializer = Initializer.AUTO;
  public boolean seesVectorApi;
  public Optional<String> module = Optional.empty();
  public Map<String, String> options = Map.of();
  boolean seesGenerated = true;
  final List<MethodDeclaration> promised = new ArrayList<>();
  final List<MethodDeclaration> methods = new ArrayList<>();
  final List<OptimizerDeclaration> optimizers = new ArrayList<>();

  private Optional<Located<List<Located<Integer>>>> layers = Optional.empty();
  private final List<LayerConstant> constants = new ArrayList<>();
  private Optional<Located<List<Located<Activation>>>> activation = Optional.empty();
  private Optional<Located<List<Located<String>>>> formula = Optional.empty();
  private Optional<Loss> loss = Optional.empty();
  private Optional<Located<String>> lossFormula = Optional.empty();
  private Optional<Located<FoundFile>> weights = Optional.empty();
  private Optional<Located<List<Located<String>>>> names = Optional.empty();
  private Optional<Located<String>> output = Optional.empty();
  private Optional<Located<FoundFile>> model = Optional.empty();
  private Optional<ModelImport> imported = Optional.empty();
  private Optional<Located<FoundFile>> vectors = Optional.empty();

  /** A sigmoid network of these widths, input first. */
  public static Declared sigmoids(Integer... widths) {
    return new Declared().layers(widths).activation(Activation.SIGMOID);
  }

  public Declared extending(NetworkInterface... all) {
    interfaces = new LinkedHashSet<>(List.of(all));
    return this;
  }

  public Declared layers(Integer... widths) {
    layers = list("layers", widths);
    return this;
  }

  public Declared activation(Activation... all) {
    activation = list("activation", all);
    return this;
  }

  /** A further constant of an enum of layers, which stands at a place of its name. */
  public Declared constant(String name, LayerAnnotation... annotations) {
    constants.add(new LayerConstant(name, List.of(annotations), Spot.at(name)));
    return this;
  }

  /** Formulas in place of activations. */
  public Declared formula(String... all) {
    activation = Optional.empty();
    formula = list("formula", all);
    return this;
  }

  /** Formulas beside activations. */
  public Declared formulaToo(String... all) {
    formula = list("formula", all);
    return this;
  }

  public Declared loss(Loss written) {
    loss = Optional.of(written);
    return this;
  }

  public Declared lossFormula(String written) {
    lossFormula = Optional.of(new Located<>(written, Spot.at("lossFormula")));
    return this;
  }

  public Declared output(String name) {
    output = Optional.of(new Located<>(name, Spot.at("output")));
    return this;
  }

  public Declared names(String... all) {
    names = list("names", all);
    return this;
  }

  public Declared weights(String name, byte[] content) {
    weights = file("weights", name, content);
    return this;
  }

  public Declared vectors(String name, byte[] content) {
    vectors = file("vectors", name, content);
    return this;
  }

  /** A model that becomes this, if it is there. */
  public Declared model(ModelImport made) {
    model = file("model", "net.onnx", made == null ? null : new byte[] {1});
    imported = Optional.ofNullable(made);
    return this;
  }

  public Declared with(OptimizerDeclaration optimizer) {
    optimizers.add(optimizer);
    return this;
  }

  public Declared promises(MethodDeclaration method) {
    promised.add(method);
    return this;
  }

  public Declared declares(MethodDeclaration method) {
    methods.add(method);
    return this;
  }

  /** An abstract method that returns nothing and throws nothing. */
  public static MethodDeclaration method(String signature) {
    return method(signature, false, false);
  }

  public static MethodDeclaration method(String signature, boolean isDefault, boolean throwing) {
    int open = signature.indexOf('(');
    String parameters = signature.substring(open + 1, signature.length() - 1);
    return new MethodDeclaration(
        signature.substring(0, open),
        parameters.isEmpty() ? List.of() : List.of(parameters.split(", ")),
        "Net",
        isDefault,
        false,
        "void",
        "void",
        false,
        throwing ? List.of("java.io.IOException") : List.of(),
        Spot.at(signature));
  }

  /** A hyper-parameter that stands at a place of its name. */
  public static Hyperparameter number(String name, double value) {
    return new Hyperparameter(name, value, Spot.at(name));
  }

  private static Optional<Located<FoundFile>> file(String attribute, String name, byte[] content) {
    FoundFile found =
        new FoundFile(
            name,
            Optional.ofNullable(content),
            List.of("/here", "/there"),
            true,
            other -> Optional.empty());
    return Optional.of(new Located<>(found, Spot.at(attribute)));
  }

  @SafeVarargs
  private static <T> Optional<Located<List<Located<T>>>> list(String attribute, T... values) {
    List<Located<T>> entries =
        IntStream.range(0, values.length)
            .mapToObj(i -> new Located<>(values[i], Spot.at(attribute + "[" + i + "]")))
            .toList();
    return Optional.of(new Located<>(entries, Spot.at(attribute)));
  }

  /** With all that it names, as resolved. */
  public ResolvedNetwork build() {
    return ResolvedNetwork.of(declaration(), imported);
  }

  private NetworkDeclaration declaration() {
    return new NetworkDeclaration(
        new TypeDeclaration(
            kind,
            packageName,
            nesting,
            true,
            typeParameters,
            privateType,
            sealed,
            false,
            false,
            nameOwners,
            Spot.at("type")),
        Spot.at("annotation"),
        interfaces,
        promised,
        methods,
        takenNames,
        layers,
        constants.isEmpty()
            ? List.of()
            : List.of(new LayerEnum("Layer", constants, Spot.at("Layer"))),
        activation,
        formula,
        new Located<>(loss.orElse(Loss.HALF_SQUARED_ERROR), Spot.at("loss")),
        loss.isPresent(),
        lossFormula,
        new Located<>(initializer, Spot.at("initializer")),
        new SimdDeclaration(new Located<>(simd, Spot.at("simd")), seesVectorApi, module),
        weights,
        names,
        model,
        output,
        vectors,
        optimizers,
        new Options(options),
        seesGenerated,
        List.of());
  }
}
