package io.github.gradsmith.processor.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.gradsmith.Activation;
import io.github.gradsmith.Initializer;
import io.github.gradsmith.Loss;
import io.github.gradsmith.Simd;
import io.github.gradsmith.processor.activation.ActivationForms;
import io.github.gradsmith.processor.activation.Softmax;
import io.github.gradsmith.processor.formula.machine.Arithmetic;
import io.github.gradsmith.processor.formula.machine.MachineForm;
import io.github.gradsmith.processor.generated.Choices;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.kernel.elementwise.FormulaCode;
import io.github.gradsmith.processor.kernel.simd.elementwise.SimdActivations;
import io.github.gradsmith.processor.kernel.simd.math.SimdType;
import io.github.gradsmith.processor.kind.registry.Layers;
import io.github.gradsmith.processor.model.ActivationChoice;
import io.github.gradsmith.processor.model.InputModel;
import io.github.gradsmith.processor.model.LayerModel;
import io.github.gradsmith.processor.model.LossChoice;
import io.github.gradsmith.processor.model.NetworkModel;
import io.github.gradsmith.processor.model.OptimizerChoice;
import io.github.gradsmith.processor.model.Precision;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.NetworkPlan;
import io.github.gradsmith.processor.planner.Planner;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaFileObject;

/**
 * Companions that hold the element-wise kernels of a list of activations and nothing else, one for
 * each precision and size of vectors: {@code demo.Float256}. Beside each kernel but softmax stands
 * its plain form, {@code plainSigmoid} beside {@code sigmoid}.
 */
final class SimdCompanions {
  static final List<Integer> SIZES = List.of(128, 256, 512);

  /** Wide enough for kernels. */
  private static final int WIDTH = 16;

  private final Map<Precision, NetworkPlan> plans = new LinkedHashMap<>();
  private final Map<Precision, SimdActivations> activations = new LinkedHashMap<>();
  private final Map<String, String> sources = new LinkedHashMap<>();
  private final Map<String, byte[]> classFiles = new LinkedHashMap<>();

  /** Companions of a network with a hidden layer for each activation and a softmax behind them. */
  SimdCompanions(List<ActivationChoice> hidden) {
    this(hidden, Activation.SOFTMAX);
  }

  SimdCompanions(List<ActivationChoice> hidden, Activation last) {
    for (Precision precision : Precision.values()) {
      NetworkPlan plan = Planner.plan(model(precision, hidden, last));
      plans.put(precision, plan);
      activations.put(precision, SimdActivations.of(plan, new ElementType(precision)));
      List<MethodSpec> methods = new ArrayList<>(activations(precision).methods());
      methods.addAll(plainMethods(precision));
      for (int size : SIZES) {
        String name = name(precision, size);
        sources.put(name, source(name, precision, size, methods));
      }
    }
    compile();
  }

  /** All activations of the toolbox but softmax, which may not be in a hidden layer. */
  static List<ActivationChoice> toolbox() {
    return Stream.of(Activation.values())
        .filter(activation -> !Choices.isForLastOnly(activation))
        .<ActivationChoice>map(ActivationChoice.Named::new)
        .toList();
  }

  static List<ActivationChoice> written(List<String> formulas) {
    return formulas.stream().map(ActivationChoice::ofFormula).toList();
  }

  /** {@code Float256}. */
  static String name(Precision precision, int size) {
    return (precision == Precision.FLOAT ? "Float" : "Double") + size;
  }

  /** {@code plainSigmoid}. */
  static String plain(String name) {
    return "plain" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  List<LayerPlan> hidden(Precision precision) {
    List<LayerPlan> layers = plans.get(precision).layers();
    return layers.subList(0, layers.size() - 1);
  }

  SimdActivations activations(Precision precision) {
    return activations.get(precision);
  }

  String source(Precision precision, int size) {
    return sources.get(name(precision, size));
  }

  Map<String, byte[]> classFiles() {
    return classFiles;
  }

  private static NetworkModel model(
      Precision precision, List<ActivationChoice> hidden, Activation last) {
    List<LayerModel> layers = new ArrayList<>();
    List<ActivationChoice> all = new ArrayList<>(hidden);
    all.add(new ActivationChoice.Named(last));
    for (ActivationChoice choice : all) {
      layers.add(Layers.dense(layers.size() + 2, WIDTH, WIDTH, choice, Initializer.AUTO));
    }
    return new NetworkModel(
        "demo",
        List.of("Net"),
        true,
        precision,
        true,
        InputModel.ofChain(WIDTH),
        layers,
        new LossChoice.Named(Loss.HALF_SQUARED_ERROR),
        OptimizerChoice.PLAIN,
        Optional.empty(),
        Optional.empty(),
        Simd.REQUIRED,
        true,
        Set.of(),
        true,
        false,
        Optional.empty());
  }

  private static String source(
      String name, Precision precision, int size, List<MethodSpec> methods) {
    ElementType scalar = new ElementType(precision);
    ClassName species = ClassName.get("jdk.incubator.vector", "VectorSpecies");
    FieldSpec field =
        FieldSpec.builder(ParameterizedTypeName.get(species, scalar.box()), SimdType.SPECIES)
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .initializer("$T.SPECIES_$L", new SimdType(scalar).vector(), size)
            .build();
    FieldSpec lanes =
        FieldSpec.builder(TypeName.INT, SimdType.LANES)
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .initializer("$L.length()", SimdType.SPECIES)
            .build();
    TypeSpec type =
        TypeSpec.classBuilder(name).addField(field).addField(lanes).addMethods(methods).build();
    return JavaFile.builder("demo", type).skipJavaLangImports(true).build().toString();
  }

  private List<MethodSpec> plainMethods(Precision precision) {
    Map<String, MethodSpec> methods = new LinkedHashMap<>();
    ElementType scalar = new ElementType(precision);
    for (LayerPlan layer : hidden(precision)) {
      assertThat(layer.activation()).isNotInstanceOf(Softmax.class);
      String name = activations(precision).activationOf(layer);
      Arithmetic arithmetic = Arithmetic.of(precision);
      MachineForm value = ActivationForms.value(layer.activation(), arithmetic).form();
      methods.computeIfAbsent(plain(name), free -> plain(free, "z", "a", value, scalar));
      MachineForm delta = ActivationForms.delta(layer.activation(), arithmetic).form();
      String second = layer.activation().slope().inOutput() ? "a" : "z";
      activations(precision)
          .slopeOf(layer)
          .ifPresent(
              own ->
                  methods.computeIfAbsent(
                      plain(own), free -> plain(free, "d", second, delta, scalar)));
    }
    return List.copyOf(methods.values());
  }

  private static MethodSpec plain(
      String name, String first, String second, MachineForm formula, ElementType scalar) {
    String target = first.equals("d") ? "d[j] =" : "a[j] =";
    Map<String, CodeBlock> delta = Map.of("e", CodeBlock.of("d[j]"));
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.STATIC)
        .addParameter(scalar.array(), first)
        .addParameter(scalar.array(), second)
        .addParameter(TypeName.INT, "n")
        .beginControlFlow("for (int j = 0; j < n; j++)")
        .addCode(new FormulaCode(formula, scalar).at("j", target, delta))
        .endControlFlow()
        .build();
  }

  private void compile() {
    List<JavaFileObject> files =
        sources.entrySet().stream()
            .map(e -> JavaFileObjects.forSourceString("demo." + e.getKey(), e.getValue()))
            .toList();
    Compilation compilation =
        Compiler.javac().withOptions("--add-modules", "jdk.incubator.vector").compile(files);
    assertThat(compilation.errors()).isEmpty();
    for (JavaFileObject file : compilation.generatedFiles()) {
      if (file.getKind() == JavaFileObject.Kind.CLASS) {
        String path = file.getName();
        String simple = path.substring(path.lastIndexOf('/') + 1).replace(".class", "");
        try (InputStream in = file.openInputStream()) {
          classFiles.put("demo." + simple, in.readAllBytes());
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }
}
