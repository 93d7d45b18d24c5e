package io.github.gradsmith.sample.mnist;

import io.github.gradsmith.FloatRows;
import io.github.gradsmith.training.Fit;
import io.github.gradsmith.training.History;
import io.github.gradsmith.training.Metric;
import io.github.gradsmith.training.Metrics;
import io.github.gradsmith.training.Monitor;
import io.github.gradsmith.training.Report;

/**
 * One training: what is learnt from, and what judges it.
 *
 * @param net the network
 * @param fit how it is trained, without metrics
 * @param training images to learn from, with their digits
 * @param test images that it never learns from
 */
record Training(DigitNet net, Fit fit, FloatRows training, FloatRows test) {
  private static final Metric ACCURACY = Metrics.accuracy();

  /** Trains, and counts after each epoch how many of the test images are read rightly. */
  History run() {
    return fit.metrics(ACCURACY).run(net, training, test);
  }

  /** The share of the test images that were read rightly after the last epoch, in percent. */
  static double accuracy(History history) {
    return 100 * history.value(Monitor.validation(ACCURACY), history.epochs());
  }

  /** What came of a run, as a page. */
  Report report(History history) {
    return Report.of(history)
        .title("Digits")
        .fit(fit)
        .training(training)
        .network(net)
        .validation(test)
        .images(Digits.SIDE, Digits.SIDE);
  }
}
