package io.github.gradsmith.processor.validate.network;

import static io.github.gradsmith.processor.model.NetworkInterface.DOUBLE_NETWORK;
import static io.github.gradsmith.processor.validate.Declared.number;
import static io.github.gradsmith.processor.validate.Judged.assertFaults;

import io.github.gradsmith.processor.diagnostic.Located;
import io.github.gradsmith.processor.model.OptimizerDeclaration;
import io.github.gradsmith.processor.model.OptimizerDeclaration.Adagrad;
import io.github.gradsmith.processor.model.OptimizerDeclaration.AdamW;
import io.github.gradsmith.processor.model.OptimizerDeclaration.RmsProp;
import io.github.gradsmith.processor.model.OptimizerDeclaration.Sgd;
import io.github.gradsmith.processor.validate.Declared;
import io.github.gradsmith.processor.validate.Spot;
import io.github.gradsmith.processor.validate.rule.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class OptimizerRulesTest {
  private static final double SMALLEST_BELOW_1 = Math.nextDown(1.0);

  public static OptimizerDeclaration adagrad(String place, double epsilon) {
    return new Adagrad(Spot.at(place), number("epsilon", epsilon));
  }

  private static OptimizerDeclaration sgd(double momentum, boolean nesterov, double decay) {
    return new Sgd(
        Spot.at("sgd"),
        number("momentum", momentum),
        new Located<>(nesterov, Spot.at("nesterov")),
        number("weightDecay", decay));
  }

  @Test
  void thereIsOneAtMost() {
    Declared net = new Declared().with(adagrad("first", 0));
    assertFaults(new OneOptimizer(), net);
    assertFaults(
        new OneOptimizer(), net.with(sgd(0, false, 0)), "GS034 sgd | @Sgd stands beside @Adagrad");
  }

  @Test
  void nesterovHasMomentum() {
    Rule rule = new NesterovHasMomentum();
    assertFaults(rule, new Declared().with(sgd(0.9, true, 0)).with(adagrad("", 0)));
    assertFaults(rule, new Declared().with(sgd(0, false, 0)));
    assertFaults(rule, new Declared().with(sgd(0, true, 0)), "GS038 nesterov");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5})
  void sharesAreBelow1(double share) {
    Rule rule = new HyperparametersInRange();
    assertFaults(rule, doubles(sgd(share, false, 0)));
    assertFaults(rule, doubles(sgd(SMALLEST_BELOW_1, false, 0)));
    for (double wrong : new double[] {1, -0.1, Double.NaN}) {
      String must = " is " + wrong + ", but it must be at least 0 and below 1";
      assertFaults(rule, doubles(sgd(wrong, false, 0)), "GS037 momentum | of @Sgd" + must);
      assertFaults(rule, doubles(rmsProp(wrong)), "GS037 alpha | of @RmsProp" + must);
      assertFaults(rule, doubles(adamW(wrong, share)), "GS037 beta1 | " + must);
      assertFaults(rule, doubles(adamW(share, wrong)), "GS037 beta2 | " + must);
    }
  }

  @Test
  void othersAreFiniteAndNotNegative() {
    Rule rule = new HyperparametersInRange();
    assertFaults(rule, doubles(adagrad("", 0)));
    assertFaults(rule, doubles(sgd(0, false, 1e300)));
    for (double wrong : new double[] {-1e-9, Double.POSITIVE_INFINITY, Double.NaN}) {
      assertFaults(
          rule,
          doubles(sgd(0, false, wrong)),
          "GS037 weightDecay | is " + wrong + ", but it must be finite and at least 0");
    }
  }

  /** 1e-60 would be 0 and 1e60 infinite. */
  @Test
  void floatsHoldThem() {
    Rule rule = new HyperparametersInRange();
    for (double fits : List.of(0.0, 1e-45, 1e38)) {
      assertFaults(rule, new Declared().with(adagrad("", fits)));
    }
    String must = "must be a number that a float can hold, as which it becomes ";
    assertFaults(rule, new Declared().with(adagrad("", 1e-60)), "GS037 epsilon | " + must + "0.0");
    assertFaults(
        rule, new Declared().with(adagrad("", 1e60)), "GS037 epsilon | " + must + "Infinity");
    assertFaults(rule, doubles(adagrad("", 1e-60)));
  }

  private static OptimizerDeclaration rmsProp(double alpha) {
    return new RmsProp(Spot.at(""), number("alpha", alpha), number("epsilon", 1e-8));
  }

  private static OptimizerDeclaration adamW(double beta1, double beta2) {
    return new AdamW(
        Spot.at(""),
        number("beta1", beta1),
        number("beta2", beta2),
        number("epsilon", 1e-8),
        number("weightDecay", 0.01));
  }

  private static Declared doubles(OptimizerDeclaration optimizer) {
    return new Declared().extending(DOUBLE_NETWORK).with(optimizer);
  }
}
