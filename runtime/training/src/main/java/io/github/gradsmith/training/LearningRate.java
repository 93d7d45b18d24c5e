package io.github.gradsmith.training;

import io.github.gradsmith.training.internal.schedule.Constant;
import io.github.gradsmith.training.internal.schedule.Cosine;
import io.github.gradsmith.training.internal.schedule.Exponential;
import io.github.gradsmith.training.internal.schedule.Named;
import io.github.gradsmith.training.internal.schedule.OneCycle;
import io.github.gradsmith.training.internal.schedule.StepDecay;
import io.github.gradsmith.training.internal.schedule.WarmUp;

/**
 * A schedule: the learning rate of each step, in closed form. It keeps nothing, so that one object
 * serves any number of runs, and a resumed run finds the rate it had. The loop rounds the rate to
 * the network's precision once a step.
 *
 * <p>An optimizer's momentum is a constant of the generated code: no schedule changes it.
 *
 * <p>A lambda serves as well. A checkpoint knows it as {@code custom} and is refused on resume,
 * unless the schedule is {@link #named}.
 */
@FunctionalInterface
public interface LearningRate {
  /**
   * The rate of a step.
   *
   * @param step its number, counted from 0 over the whole run
   * @param plan the length of the run
   * @return a finite number that is at least 0
   */
  double at(long step, Plan plan);

  /**
   * How long a run is.
   *
   * @param epochs E, the passes over all rows
   * @param stepsPerEpoch S, the mini-batches of a pass
   * @param warmUp steps that are over before a schedule's step 0
   */
  record Plan(int epochs, long stepsPerEpoch, long warmUp) {
    /** A run without warm-up. */
    public Plan(int epochs, long stepsPerEpoch) {
      this(epochs, stepsPerEpoch, 0);
    }

    /** The steps that a schedule has: E · S − warm-up. */
    public long steps() {
      return epochs * stepsPerEpoch - warmUp;
    }

    /** The epoch of a schedule's step, from 0. */
    public long epoch(long step) {
      return (step + warmUp) / stepsPerEpoch;
    }
  }

  /**
   * The same rate at each step.
   *
   * @throws IllegalArgumentException unless it is positive and finite
   */
  static LearningRate constant(double rate) {
    return new Constant(rate);
  }

  /**
   * a γ<sup>⌊e / s⌋</sup> in epoch e: PyTorch's {@code StepLR}, stepped once an epoch.
   *
   * @param rate a, the first rate
   * @param epochs s, the epochs of one rate
   * @param gamma γ, by which the rate is multiplied then
   * @throws IllegalArgumentException unless all are positive and finite
   */
  static LearningRate step(double rate, int epochs, double gamma) {
    return new StepDecay(rate, epochs, gamma);
  }

  /**
   * a γᵉ in epoch e: PyTorch's {@code ExponentialLR}, stepped once an epoch.
   *
   * @param rate a, the first rate
   * @param gamma γ, by which the rate is multiplied after each epoch
   * @throws IllegalArgumentException unless both are positive and finite
   */
  static LearningRate exponential(double rate, double gamma) {
    return new Exponential(rate, gamma);
  }

  /**
   * m + (a − m)(1 + cos(π t / T)) / 2 at step t of T: PyTorch's {@code CosineAnnealingLR} with
   * {@code T_max} = T, stepped once a step. The least rate itself would be that of step T.
   *
   * @param rate a, the first rate
   * @param least m, which the rate comes near to
   * @throws IllegalArgumentException unless the rate is positive, the least rate at least 0, both
   *     finite
   */
  static LearningRate cosine(double rate, double least) {
    return new Cosine(rate, least);
  }

  /**
   * From M / 25 up to M in the first 30 % of the steps, then down to M / 250,000, both as half a
   * cosine: PyTorch's {@code OneCycleLR} with {@code cycle_momentum=False}. A run needs two steps.
   *
   * @param most M, the largest rate
   * @throws IllegalArgumentException unless it is positive and finite
   */
  static LearningRate oneCycle(double most) {
    return new OneCycle(most);
  }

  /**
   * This schedule after a rise in even parts: r₀ (t + 1) / (k + 1) at step t below k, where r₀ is
   * the schedule's first rate. The schedule then has the other T − k steps. PyTorch's {@code
   * LinearLR} with {@code start_factor} = 1 / (k + 1) and {@code total_iters} = k before it.
   *
   * @param steps k; a run must have more
   * @throws IllegalArgumentException if it is less than 1
   */
  default LearningRate warmUp(long steps) {
    return new WarmUp(this, steps);
  }

  /**
   * This schedule with a name, by which a checkpoint knows it: for lambdas. Another schedule of the
   * same name would be taken for it.
   */
  default LearningRate named(String name) {
    return new Named(this, name);
  }
}
