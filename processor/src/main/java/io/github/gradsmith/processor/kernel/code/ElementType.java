package io.github.gradsmith.processor.kernel.code;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import io.github.gradsmith.DoublePredictor;
import io.github.gradsmith.FloatPredictor;
import io.github.gradsmith.internal.check.Arguments;
import io.github.gradsmith.internal.check.SelfTest;
import io.github.gradsmith.internal.layout.InputMajorArrays;
import io.github.gradsmith.internal.layout.InterleavedPanels;
import io.github.gradsmith.internal.layout.LayerArrays;
import io.github.gradsmith.internal.layout.PanelArrays;
import io.github.gradsmith.internal.layout.WeightLayout;
import io.github.gradsmith.internal.math.DropoutMask;
import io.github.gradsmith.internal.math.Moments;
import io.github.gradsmith.internal.math.Powers;
import io.github.gradsmith.internal.math.SeededRandom;
import io.github.gradsmith.internal.math.Statistics;
import io.github.gradsmith.internal.math.Sums;
import io.github.gradsmith.internal.parallel.Changes;
import io.github.gradsmith.internal.parallel.DoubleParallelStep;
import io.github.gradsmith.internal.parallel.DoubleStepSource;
import io.github.gradsmith.internal.parallel.FloatParallelStep;
import io.github.gradsmith.internal.parallel.FloatStepSource;
import io.github.gradsmith.internal.vector.VectorModule;
import io.github.gradsmith.internal.warm.WarmUp;
import io.github.gradsmith.internal.weights.Checkpoint;
import io.github.gradsmith.internal.weights.CompiledWeights;
import io.github.gradsmith.internal.weights.DoubleStatistics;
import io.github.gradsmith.internal.weights.FloatStatistics;
import io.github.gradsmith.internal.weights.WeightFile;
import io.github.gradsmith.processor.formula.render.JavaRenderer;
import io.github.gradsmith.processor.model.Precision;

/** The Java types of a precision, and the support classes that go with it. */
public record ElementType(Precision precision) {
  public static final ClassName ARGUMENTS = ClassName.get(Arguments.class);
  public static final ClassName CHANGES = ClassName.get(Changes.class);
  public static final ClassName CHECKPOINT = ClassName.get(Checkpoint.class);
  public static final ClassName INPUT_MAJOR_ARRAYS = ClassName.get(InputMajorArrays.class);
  public static final ClassName COMPILED_WEIGHTS = ClassName.get(CompiledWeights.class);
  public static final ClassName DROPOUT_MASK = ClassName.get(DropoutMask.class);
  public static final ClassName INTERLEAVED_PANELS = ClassName.get(InterleavedPanels.class);
  public static final ClassName WEIGHT_LAYOUT = ClassName.get(WeightLayout.class);
  public static final ClassName LAYER_ARRAYS = ClassName.get(LayerArrays.class);
  public static final ClassName MOMENTS = ClassName.get(Moments.class);
  public static final ClassName POWERS = ClassName.get(Powers.class);
  public static final ClassName SELF_TEST = ClassName.get(SelfTest.class);
  public static final ClassName SEEDED_RANDOM = ClassName.get(SeededRandom.class);
  public static final ClassName PANEL_ARRAYS = ClassName.get(PanelArrays.class);
  public static final ClassName STATISTICS = ClassName.get(Statistics.class);
  public static final ClassName SUMS = ClassName.get(Sums.class);
  public static final ClassName VECTOR_MODULE = ClassName.get(VectorModule.class);
  public static final ClassName WARM_UP = ClassName.get(WarmUp.class);
  public static final ClassName WEIGHT_FILE = ClassName.get(WeightFile.class);

  public boolean isFloat() {
    return precision == Precision.FLOAT;
  }

  /** {@code float} or {@code double}. */
  public TypeName type() {
    return isFloat() ? TypeName.FLOAT : TypeName.DOUBLE;
  }

  /** {@code Float} or {@code Double}. */
  public ClassName box() {
    return ClassName.get("java.lang", isFloat() ? "Float" : "Double");
  }

  /** What all networks implement, those that only predict as well. */
  public ClassName predictor() {
    return ClassName.get(isFloat() ? FloatPredictor.class : DoublePredictor.class);
  }

  /** What a trainer with several threads asks of a network. */
  public ClassName parallelStep() {
    return ClassName.get(isFloat() ? FloatParallelStep.class : DoubleParallelStep.class);
  }

  /** A network that has statistics. */
  public ClassName statistics() {
    return ClassName.get(isFloat() ? FloatStatistics.class : DoubleStatistics.class);
  }

  /** A network that has it. */
  public ClassName stepSource() {
    return ClassName.get(isFloat() ? FloatStepSource.class : DoubleStepSource.class);
  }

  public ArrayTypeName array() {
    return ArrayTypeName.of(type());
  }

  public ArrayTypeName matrix() {
    return ArrayTypeName.of(array());
  }

  /** Elementary functions with the same bits everywhere. */
  public ClassName math() {
    return JavaRenderer.math(precision);
  }

  /** A quotient in double, brought back to this precision. */
  public String fromDouble(String quotient) {
    return isFloat() ? "(float) (" + quotient + ")" : quotient;
  }

  /** A variable of type double, brought back to this precision. */
  public String rounded(String variable) {
    return isFloat() ? "(float) " + variable : variable;
  }

  public int bytes() {
    return precision.bytes();
  }
}
