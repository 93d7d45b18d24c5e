package io.github.gradsmith.processor.validate;

import io.github.gradsmith.processor.diagnostic.LayerMessage;
import io.github.gradsmith.processor.diagnostic.Message;
import io.github.gradsmith.processor.diagnostic.Report;
import io.github.gradsmith.processor.diagnostic.RowMessage;
import io.github.gradsmith.processor.model.OptimizerDeclaration;
import io.github.gradsmith.processor.model.StrayLayer;
import io.github.gradsmith.processor.model.row.RowStray;
import io.github.gradsmith.processor.resolve.ResolvedNetwork;
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
import io.github.gradsmith.processor.validate.files.ModelFits;
import io.github.gradsmith.processor.validate.files.NamesOfWeights;
import io.github.gradsmith.processor.validate.files.VectorsFit;
import io.github.gradsmith.processor.validate.files.WeightsFit;
import io.github.gradsmith.processor.validate.formula.AccurateFormulas;
import io.github.gradsmith.processor.validate.formula.FormulasDepend;
import io.github.gradsmith.processor.validate.formula.ReadableFormulas;
import io.github.gradsmith.processor.validate.formula.SoundFormulas;
import io.github.gradsmith.processor.validate.layers.AllAreRead;
import io.github.gradsmith.processor.validate.layers.EnoughValues;
import io.github.gradsmith.processor.validate.layers.InputFirst;
import io.github.gradsmith.processor.validate.layers.LayersGivenOnce;
import io.github.gradsmith.processor.validate.layers.NamesFree;
import io.github.gradsmith.processor.validate.layers.NamesResolve;
import io.github.gradsmith.processor.validate.layers.NumbersFitShapes;
import io.github.gradsmith.processor.validate.layers.NumbersInRange;
import io.github.gradsmith.processor.validate.layers.OneLayerPerConstant;
import io.github.gradsmith.processor.validate.layers.ShapesFit;
import io.github.gradsmith.processor.validate.layers.SizesFit;
import io.github.gradsmith.processor.validate.layers.SourcesSuit;
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
import io.github.gradsmith.processor.validate.row.RowsFit;
import io.github.gradsmith.processor.validate.rule.Rule;
import java.util.List;
import java.util.Optional;

/** Judges a network by all rules at once. */
public final class Validation {
  private static final List<Rule> RULES =
      List.of(
          new AnnotatesInterface(),
          new ImplementableInterface(),
          new GeneratedNameFree(),
          new ExtendsOnePrecision(),
          new ModelFits(),
          new LayersGivenOnce(),
          new LayerCount(),
          new PositiveWidths(),
          new ParametersFit(),
          new OneLayerPerConstant(),
          new InputFirst(),
          new NamesFree(),
          new NamesResolve(),
          new EnoughValues(),
          new AllAreRead(),
          new NumbersInRange(),
          new NumbersFitShapes(),
          new ShapesFit(),
          new SourcesSuit(),
          new SizesFit(),
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
          new RowsFit(),
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

  /** All faults of a network, and what it means if it has no errors. */
  public static Verdict judge(ResolvedNetwork network) {
    Report report =
        new Report(RULES.stream().flatMap(rule -> rule.faults(network).stream()).toList());
    return new Verdict(
        report, report.hasErrors() ? Optional.empty() : Optional.of(MeantNetwork.of(network)));
  }

  /** The faults of optimizers that stand on types without a network. */
  public static Report judgeStrays(List<OptimizerDeclaration> optimizers) {
    return new Report(
        optimizers.stream()
            .map(stray -> Message.OPTIMIZER_WITHOUT_NETWORK.at(stray.place(), stray.annotation()))
            .toList());
  }

  /** The faults of layers that stand elsewhere than in an enum of a network. */
  public static Report judgeStrayLayers(List<StrayLayer> layers) {
    return new Report(
        layers.stream()
            .map(
                stray ->
                    LayerMessage.STRAY_LAYER.at(stray.place(), stray.annotation(), stray.element()))
            .toList());
  }

  /** The faults of annotations of components that stand elsewhere than in a record. */
  public static Report judgeStrayMarks(List<RowStray> marks) {
    return new Report(
        marks.stream()
            .map(
                stray ->
                    RowMessage.STRAY_MARK.at(stray.place(), stray.annotation(), stray.element()))
            .toList());
  }
}
