package io.github.gradsmith.processor.random;

import io.github.gradsmith.processor.model.OptimizerChoice;
import io.github.gradsmith.processor.model.OptimizerChoice.Adagrad;
import io.github.gradsmith.processor.model.OptimizerChoice.Adam;
import io.github.gradsmith.processor.model.OptimizerChoice.AdamW;
import io.github.gradsmith.processor.model.OptimizerChoice.RmsProp;
import io.github.gradsmith.processor.model.OptimizerChoice.Sgd;

/** The optimizers by the rules that the documentation of {@code torch.optim} states. */
final class ReferenceOptimizer {
  private final OptimizerChoice choice;
  private final double[] first;
  private final double[] second;
  private int steps;
  private double firstBias;
  private double secondBias;

  ReferenceOptimizer(OptimizerChoice choice, int parameters) {
    this.choice = choice;
    this.first = new double[parameters];
    this.second = new double[parameters];
  }

  /** What one step subtracts from each parameter. */
  double[] step(double[] parameters, double[] gradient, double rate) {
    steps++;
    firstBias = 1 - Math.pow(beta(true), steps);
    secondBias = 1 - Math.pow(beta(false), steps);
    double[] step = new double[parameters.length];
    for (int i = 0; i < step.length; i++) {
      step[i] = step(i, parameters[i], gradient[i], rate);
    }
    return step;
  }

  private double step(int i, double parameter, double gradient, double rate) {
    if (choice instanceof Sgd sgd) {
      return rate * descent(sgd, i, gradient + sgd.weightDecay() * parameter);
    }
    if (choice instanceof RmsProp rule) {
      second[i] = rule.alpha() * second[i] + (1 - rule.alpha()) * gradient * gradient;
      return rate * gradient / (Math.sqrt(second[i]) + rule.epsilon());
    }
    if (choice instanceof Adagrad rule) {
      second[i] += gradient * gradient;
      return rate * gradient / (Math.sqrt(second[i]) + rule.epsilon());
    }
    if (choice instanceof Adam rule) {
      return rate * adam(i, gradient, rule.beta1(), rule.beta2(), rule.epsilon());
    }
    AdamW rule = (AdamW) choice;
    return rate * rule.weightDecay() * parameter
        + rate * adam(i, gradient, rule.beta1(), rule.beta2(), rule.epsilon());
  }

  private double descent(Sgd rule, int i, double gradient) {
    first[i] = rule.momentum() * first[i] + gradient;
    return rule.nesterov() ? gradient + rule.momentum() * first[i] : first[i];
  }

  private double adam(int i, double gradient, double beta1, double beta2, double epsilon) {
    first[i] = beta1 * first[i] + (1 - beta1) * gradient;
    second[i] = beta2 * second[i] + (1 - beta2) * gradient * gradient;
    double mean = first[i] / firstBias;
    double square = second[i] / secondBias;
    return mean / (Math.sqrt(square) + epsilon);
  }

  private double beta(boolean ofMean) {
    if (choice instanceof Adam rule) {
      return ofMean ? rule.beta1() : rule.beta2();
    }
    if (choice instanceof AdamW rule) {
      return ofMean ? rule.beta1() : rule.beta2();
    }
    return 0;
  }
}
