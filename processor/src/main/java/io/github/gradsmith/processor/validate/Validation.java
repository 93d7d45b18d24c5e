package io.github.gradsmith.processor.validate;

import io.github.gradsmith.processor.diagnostic.Located;
import io.github.gradsmith.processor.diagnostic.Message;
import io.github.gradsmith.processor.diagnostic.Report;
import io.github.gradsmith.processor.model.ActivationChoice;
import io.github.gradsmith.processor.model.BakedWeights;
import io.github.gradsmith.processor.model.FoundFile;
import io.github.gradsmith.processor.model.LayerModel;
import io.github.gradsmith.processor.model.LossChoice;
import io.github.gradsmith.processor.model.MethodDeclaration;
import io.github.gradsmith.processor.model.NetworkDeclaration;
import io.github.gradsmith.processor.model.NetworkModel;
import io.github.gradsmith.processor.model.OptimizerChoice;
import io.github.gradsmith.processor.model.OptimizerDeclaration;
import io.github.gradsmith.processor.model.Options;
import io.github.gradsmith.processor.model.TestVectors;
import io.github.gradsmith.processor.model.TypeDeclaration;
import io.github.gradsmith.processor.validate.declaration.AnnotatesInterface;
import io.github.gradsmith.processor.validate.declaration.ExtendsOnePrecision;
import io.github.gradsmith.processor.validate.declaration.GeneratedNameFree;
import io.github.gradsmith.processor.validate.declaration.ImplementableInterface;
import io.github.gradsmith.processor.validate.declaration.InputOutputThrows;
import io.github.gradsmith.processor.validate.declaration.NoForeignAbstractMethods;
import io.github.gradsmith.processor.validate.declaration.NoOverridingDefaults;
import io.github.gradsmith.processor.validate.declaration.ReplicaHoldsGenerated;
import io.github.gradsmith.processor.validate.declaration.SwitchesAreTrueOrFalse;
import io.github.gradsmith.processor.validate.declaration.VectorApiVisible;
import io.github.gradsmith.processor.validate.files.LayerWeights;
import io.github.gradsmith.processor.validate.files.ModelFits;
import io.github.gradsmith.processor.validate.files.NamesOfWeights;
import io.github.gradsmith.processor.validate.files.VectorTensors;
import io.github.gradsmith.processor.validate.files.VectorsFit;
import io.github.gradsmith.processor.validate.files.WeightTensors;
import io.github.gradsmith.processor.validate.files.WeightsFit;
import io.github.gradsmith.processor.validate.formula.AccurateFormulas;
import io.github.gradsmith.processor.validate.formula.FormulasDepend;
import io.github.gradsmith.processor.validate.formula.ReadableFormulas;
import io.github.gradsmith.processor.validate.formula.SoundFormulas;
import io.github.gradsmith.processor.validate.formula.WrittenFormula;
import io.github.gradsmith.processor.validate.network.ActivationOrFormula;
import io.github.gradsmith.processor.validate.network.ActivationPerLayer;
import io.github.gradsmith.processor.validate.network.HyperparametersInRange;
import io.github.gradsmith.processor.validate.network.LayerCount;
import io.github.gradsmith.processor.validate.network.LossFitsOutput;
import io.github.gradsmith.processor.validate.network.LossOrFormula;
import io.github.gradsmith.processor.validate.network.NesterovHasMomentum;
import io.github.gradsmith.processor.validate.network.OneOptimizer;
import io.github.gradsmith.processor.validate.network.OptimizerTrains;
import io.github.gradsmith.processor.validate.network.ParametersFit;
import io.github.gradsmith.processor.validate.network.PositiveWidths;
import io.github.gradsmith.processor.validate.network.SoftmaxOfMany;
import io.github.gradsmith.processor.validate.network.SoftmaxOnlyLast;
import io.github.gradsmith.processor.validate.rule.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Judges a declaration by all rules at once. */
public final class Validation {
  private static final List<Rule> RULES =
      List.of(
          new AnnotatesInterface(),
          new ImplementableInterface(),
          new GeneratedNameFree(),
          new ExtendsOnePrecision(),
          new ModelFits(),
          new LayerCount(),
          new PositiveWidths(),
          new ParametersFit(),
          new ActivationOrFormula(),
          new ActivationPerLayer(),
          new ReadableFormulas(),
          new FormulasDepend(),
          new SoundFormulas(),
          new AccurateFormulas(),
          new SoftmaxOnlyLast(),
          new SoftmaxOfMany(),
          new LossOrFormula(),
          new LossFitsOutput(),
          new NamesOfWeights(),
          new WeightsFit(),
          new VectorsFit(),
          new VectorApiVisible(),
          new OneOptimizer(),
          new OptimizerTrains(),
          new HyperparametersInRange(),
          new NesterovHasMomentum(),
          new NoForeignAbstractMethods(),
          new NoOverridingDefaults(),
          new ReplicaHoldsGenerated(),
          new InputOutputThrows(),
          new SwitchesAreTrueOrFalse());

  private Validation() {}

  /** All faults of a declaration, and what it means if it has no errors. */
  public static Verdict judge(NetworkDeclaration declaration) {
    Report report =
        new Report(RULES.stream().flatMap(rule -> rule.faults(declaration).stream()).toList());
    return new Verdict(
        report, report.hasErrors() ? Optional.empty() : Optional.of(model(declaration)));
  }

  /** The faults of optimizers that stand on types without a network. */
  public static Report judgeStrays(List<OptimizerDeclaration> optimizers) {
    return new Report(
        optimizers.stream()
            .map(stray -> Message.OPTIMIZER_WITHOUT_NETWORK.at(stray.place(), stray.annotation()))
            .toList());
  }

  private static NetworkModel model(NetworkDeclaration declaration) {
    TypeDeclaration type = declaration.type();
    boolean wantsGenerated = declaration.options().isOn(Options.GENERATED_ANNOTATION);
    return new NetworkModel(
        type.packageName(),
        type.nesting(),
        type.isPublic(),
        declaration.interfaces().iterator().next().precision(),
        !declaration.predictsOnly(),
        layers(declaration),
        loss(declaration),
        declaration.optimizers().stream()
            .map(OptimizerDeclaration::choice)
            .findFirst()
            .orElse(OptimizerChoice.PLAIN),
        weights(declaration),
        vectors(declaration),
        declaration.simd().written().value(),
        declaration.simd().vectorized(),
        inheritedNames(declaration),
        wantsGenerated && declaration.seesGenerated(),
        type.isDeprecated());
  }

  private static Optional<BakedWeights> weights(NetworkDeclaration declaration) {
    if (declaration.importedNetwork().isPresent()) {
      String model = declaration.model().orElseThrow().value().name();
      return Optional.of(new BakedWeights(model, declaration.importedNetwork().get().parameters()));
    }
    if (declaration.weights().isEmpty()) {
      return Optional.empty();
    }
    FoundFile file = declaration.weights().get().value();
    try {
      WeightTensors content = WeightTensors.of(file).orElseThrow();
      double[] parameters = new LayerWeights(declaration, content).parameters();
      return Optional.of(new BakedWeights(file.name(), parameters));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // which the rules have read before
    }
  }

  private static Optional<TestVectors> vectors(NetworkDeclaration declaration) {
    return declaration
        .vectors()
        .flatMap(file -> file.value().content())
        .map(bytes -> vectors(declaration, bytes));
  }

  private static TestVectors vectors(NetworkDeclaration declaration, byte[] bytes) {
    try {
      return VectorTensors.of(declaration, bytes).vectors();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // which the rules have read before
    }
  }

  private static Set<String> inheritedNames(NetworkDeclaration declaration) {
    Set<String> names = new TreeSet<>(declaration.takenNames());
    declaration.methods().stream()
        .filter(MethodDeclaration::isDefault)
        .forEach(method -> names.add(method.name()));
    return names;
  }

  private static List<LayerModel> layers(NetworkDeclaration declaration) {
    List<Located<Integer>> widths = declaration.layers().value();
    List<ActivationChoice> activations =
        declaration.activations().stream().map(Located::value).map(Validation::canonical).toList();
    List<LayerModel> layers = new ArrayList<>();
    for (int i = 1; i < widths.size(); i++) {
      layers.add(
          new LayerModel(
              i + 1,
              widths.get(i - 1).value(),
              widths.get(i).value(),
              activations.get(activations.size() == 1 ? 0 : i - 1),
              declaration.initializer().value()));
    }
    return layers;
  }

  private static ActivationChoice canonical(ActivationChoice choice) {
    return choice instanceof ActivationChoice.Written written
        ? new ActivationChoice.Written(
            WrittenFormula.canonical(written.formula(), WrittenFormula.Kind.ACTIVATION))
        : choice;
  }

  private static LossChoice loss(NetworkDeclaration declaration) {
    return declaration
        .lossFormula()
        .map(formula -> WrittenFormula.canonical(formula.value(), WrittenFormula.Kind.LOSS))
        .<LossChoice>map(LossChoice.Written::new)
        .orElseGet(() -> new LossChoice.Named(declaration.loss().value()));
  }
}
