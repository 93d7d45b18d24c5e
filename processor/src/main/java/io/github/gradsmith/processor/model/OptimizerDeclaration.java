package io.github.gradsmith.processor.model;

import io.github.gradsmith.processor.diagnostic.Located;
import io.github.gradsmith.processor.diagnostic.Place;
import java.util.List;

/** An optimizer annotation as written, not judged yet. */
public sealed interface OptimizerDeclaration {
  /** The annotation. */
  Place place();

  /** All its numbers. */
  List<Hyperparameter> numbers();

  /** What it means if its numbers are in range. */
  OptimizerChoice choice();

  /** The annotation as source names it. */
  default String annotation() {
    return "@" + getClass().getSimpleName();
  }

  /** {@code @Sgd}. */
  record Sgd(
      Place place, Hyperparameter momentum, Located<Boolean> nesterov, Hyperparameter weightDecay)
      implements OptimizerDeclaration {
    @Override
    public List<Hyperparameter> numbers() {
      return List.of(momentum, weightDecay);
    }

    @Override
    public OptimizerChoice choice() {
      return new OptimizerChoice.Sgd(momentum.value(), nesterov.value(), weightDecay.value());
    }
  }

  /** {@code @RmsProp}. */
  record RmsProp(Place place, Hyperparameter alpha, Hyperparameter epsilon)
      implements OptimizerDeclaration {
    @Override
    public List<Hyperparameter> numbers() {
      return List.of(alpha, epsilon);
    }

    @Override
    public OptimizerChoice choice() {
      return new OptimizerChoice.RmsProp(alpha.value(), epsilon.value());
    }
  }

  /** {@code @Adam}. */
  record Adam(Place place, Hyperparameter beta1, Hyperparameter beta2, Hyperparameter epsilon)
      implements OptimizerDeclaration {
    @Override
    public List<Hyperparameter> numbers() {
      return List.of(beta1, beta2, epsilon);
    }

    @Override
    public OptimizerChoice choice() {
      return new OptimizerChoice.Adam(beta1.value(), beta2.value(), epsilon.value());
    }
  }

  /** {@code @AdamW}. */
  record AdamW(
      Place place,
      Hyperparameter beta1,
      Hyperparameter beta2,
      Hyperparameter epsilon,
      Hyperparameter weightDecay)
      implements OptimizerDeclaration {
    @Override
    public List<Hyperparameter> numbers() {
      return List.of(beta1, beta2, epsilon, weightDecay);
    }

    @Override
    public OptimizerChoice choice() {
      return new OptimizerChoice.AdamW(
          beta1.value(), beta2.value(), epsilon.value(), weightDecay.value());
    }
  }

  /** {@code @Adagrad}. */
  record Adagrad(Place place, Hyperparameter epsilon) implements OptimizerDeclaration {
    @Override
    public List<Hyperparameter> numbers() {
      return List.of(epsilon);
    }

    @Override
    public OptimizerChoice choice() {
      return new OptimizerChoice.Adagrad(epsilon.value());
    }
  }
}
