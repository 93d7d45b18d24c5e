package io.github.gradsmith.sample.mnist;

import io.github.gradsmith.Batches;

/** Epochs of mini-batches. Allocates before the first of them, not while they run. */
final class Training {
  private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L; // 2⁶⁴ / φ keeps seeds apart

  private final DigitNet net;
  private final Hyperparameters settings;
  private final float[][] images;
  private final float[][] targets;
  private final Digits test;
  private double accuracy;

  Training(DigitNet net, Hyperparameters settings, Digits train, Digits test) {
    this.net = net;
    this.settings = settings;
    this.images = train.images().clone(); // shuffled below, with the targets
    this.targets = Batches.oneHot(train.labels(), Digits.CLASSES);
    this.test = test;
  }

  /**
   * Trains until the last epoch, or until {@code stop} is requested, which takes effect at the next
   * mini-batch.
   *
   * @return the epochs completed
   */
  int run(TrainingLog log, StopSignal stop) {
    for (int epoch = 1; epoch <= settings.epochs(); epoch++) {
      Batches.shuffle(images, targets, settings.seed() * GOLDEN_RATIO + epoch);
      double loss = epoch(epoch, log, stop);
      if (stop.requested()) {
        return epoch - 1;
      }
      accuracy = evaluate();
      log.epoch(epoch, loss, accuracy);
    }
    return settings.epochs();
  }

  /** The share of the test images that were read rightly after the last epoch, in percent. */
  double accuracy() {
    return accuracy;
  }

  /** One pass over the images; the mean loss, each sample's before the step it took part in. */
  private double epoch(int epoch, TrainingLog log, StopSignal stop) {
    double loss = 0;
    int from = 0;
    while (from < images.length && !stop.requested()) {
      int to = from + Math.min(settings.batch(), images.length - from);
      loss += (double) net.train(images, targets, from, to, settings.rate()) * (to - from);
      log.progress(epoch, to, images.length);
      from = to;
    }
    return loss / images.length;
  }

  private double evaluate() {
    int right = 0;
    for (int i = 0; i < test.size(); i++) {
      if (net.classify(test.images()[i]) == test.labels()[i]) {
        right++;
      }
    }
    return 100.0 * right / test.size();
  }
}
