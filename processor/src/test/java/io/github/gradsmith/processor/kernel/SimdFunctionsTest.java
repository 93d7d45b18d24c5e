package io.github.gradsmith.processor.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.processor.formula.expr.BigEvaluator;
import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.text.FormulaParser;
import io.github.gradsmith.processor.generated.ForkedJvm;
import io.github.gradsmith.processor.model.Precision;
import io.github.gradsmith.processor.plan.LayerPlan;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The elementary functions of vectors against the true values. */
class SimdFunctionsTest {
  private static final double PROMISED_ULPS = 4;

  private static final List<String> FUNCTIONS =
      List.of(
          "exp(z)",
          "expm1(z)",
          "log(z)",
          "log1p(z)",
          "tanh(z)",
          "sigmoid(z)",
          "softplus(z)",
          "erf(z)");

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void areWithinFourUlps(Precision precision) throws IOException, InterruptedException {
    SimdCompanions companions = new SimdCompanions(SimdCompanions.written(FUNCTIONS));
    double[] z = points(precision);
    List<SimdRun.Call> calls = new ArrayList<>();
    for (LayerPlan layer : companions.hidden(precision)) {
      String name = companions.activations(precision).activationOf(layer);
      String type = "demo." + SimdCompanions.name(precision, 256);
      calls.add(new SimdRun.Call(type, name, z, z, z.length));
    }
    List<double[]> results = new SimdJvm(companions, folder).run(ForkedJvm.jdks().get(0), calls);
    for (int f = 0; f < FUNCTIONS.size(); f++) {
      double[] values = results.get(f);
      Expr function = FormulaParser.parse(FUNCTIONS.get(f));
      IntStream.range(0, z.length)
          .parallel()
          .forEach(
              i ->
                  assertThat(error(function, z[i], values[i], precision))
                      .as("%s at %s, in ulp", function, z[i])
                      .isLessThanOrEqualTo(PROMISED_ULPS));
    }
  }

  /** In ulp; 0 where the function is not defined, or its value out of range or below it. */
  private static double error(Expr function, double z, double value, Precision precision) {
    boolean isFloat = precision == Precision.FLOAT;
    BigDecimal truth;
    try {
      truth = new BigEvaluator(60, Map.of("z", new BigDecimal(z))).evaluate(function);
    } catch (ArithmeticException e) {
      return 0;
    }
    double nearest = truth.doubleValue();
    double largest = isFloat ? Float.MAX_VALUE : Double.MAX_VALUE;
    double smallest = isFloat ? 1e-37 : 1e-307;
    if (Math.abs(nearest) > largest || Math.abs(nearest) < smallest && value == 0) {
      return 0;
    }
    double ulp = isFloat ? Math.ulp((float) nearest) : Math.ulp(nearest);
    return Double.isFinite(value)
        ? new BigDecimal(value).subtract(truth).abs().doubleValue() / ulp
        : Double.POSITIVE_INFINITY;
  }

  /** Of all magnitudes, of those where the functions bend, and evenly as far as eˣ is finite. */
  private static double[] points(Precision precision) {
    boolean isFloat = precision == Precision.FLOAT;
    SplittableRandom random = new SplittableRandom(7);
    double[] z = new double[2_048];
    for (int i = 0; i < z.length; i++) {
      double x =
          switch (i & 3) {
            case 0 ->
                Math.scalb(random.nextDouble(-2, 2), random.nextInt(isFloat ? -148 : -1_070, 100));
            case 1 -> Math.scalb(random.nextDouble(-2, 2), random.nextInt(-12, 3));
            case 2 -> random.nextDouble(-10, 10);
            default -> random.nextDouble(-1, 1) * (isFloat ? 90 : 720);
          };
      z[i] = isFloat ? (float) x : x;
    }
    return z;
  }
}
