package io.github.gradsmith.processor.generated;

import io.github.gradsmith.processor.model.OptimizerChoice;
import io.github.gradsmith.processor.model.OptimizerChoice.Adagrad;
import io.github.gradsmith.processor.model.OptimizerChoice.Adam;
import io.github.gradsmith.processor.model.OptimizerChoice.AdamW;
import io.github.gradsmith.processor.model.OptimizerChoice.RmsProp;
import io.github.gradsmith.processor.model.OptimizerChoice.Sgd;

/**
 * The optimizers line by line as the algorithms in the documentation of {@code torch.optim}, in
 * {@code double}; nothing is shared with the generated code.
 */
final class PlainOptimizer {
  private final OptimizerChoice choice;
  private final double[] first;
  private final double[] second;
  private int steps;

  PlainOptimizer(OptimizerChoice choice, int parameters) {
    this.choice = choice;
    this.first = new double[parameters];
    this.second = new double[parameters];
  }

  void step(double[] theta, double[] gradient, double lr) {
    steps++;
    for (int i = 0; i < theta.length; i++) {
      if (choice instanceof Sgd sgd) {
        theta[i] = sgd(sgd, i, theta[i], gradient[i], lr);
      } else if (choice instanceof RmsProp rmsProp) {
        theta[i] = rmsProp(rmsProp, i, theta[i], gradient[i], lr);
      } else if (choice instanceof Adam adam) {
        double[] betas = {adam.beta1(), adam.beta2()};
        theta[i] = adam(betas, adam.epsilon(), i, theta[i], gradient[i], lr);
      } else if (choice instanceof AdamW adamW) {
        double[] betas = {adamW.beta1(), adamW.beta2()};
        double decayed = theta[i] - lr * adamW.weightDecay() * theta[i];
        theta[i] = adam(betas, adamW.epsilon(), i, decayed, gradient[i], lr);
      } else {
        theta[i] = adagrad((Adagrad) choice, i, theta[i], gradient[i], lr);
      }
    }
  }

  private double sgd(Sgd sgd, int i, double theta, double g, double lr) {
    if (sgd.weightDecay() != 0) {
      g = g + sgd.weightDecay() * theta;
    }
    if (sgd.momentum() != 0) {
      first[i] = steps > 1 ? sgd.momentum() * first[i] + g : g;
      g = sgd.nesterov() ? g + sgd.momentum() * first[i] : first[i];
    }
    return theta - lr * g;
  }

  private double rmsProp(RmsProp rmsProp, int i, double theta, double g, double lr) {
    first[i] = rmsProp.alpha() * first[i] + (1 - rmsProp.alpha()) * Math.pow(g, 2);
    return theta - lr * g / (Math.sqrt(first[i]) + rmsProp.epsilon());
  }

  private double adam(double[] betas, double eps, int i, double theta, double g, double lr) {
    first[i] = betas[0] * first[i] + (1 - betas[0]) * g;
    second[i] = betas[1] * second[i] + (1 - betas[1]) * Math.pow(g, 2);
    double meanHat = first[i] / (1 - Math.pow(betas[0], steps));
    double squareHat = second[i] / (1 - Math.pow(betas[1], steps));
    return theta - lr * meanHat / (Math.sqrt(squareHat) + eps);
  }

  private double adagrad(Adagrad adagrad, int i, double theta, double g, double lr) {
    first[i] = first[i] + Math.pow(g, 2);
    return theta - lr * g / (Math.sqrt(first[i]) + adagrad.epsilon());
  }
}
