package io.github.gradsmith.training;

import io.github.gradsmith.training.internal.text.Times;
import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Prints a line for each epoch:
 *
 * <pre>
 * epoch  7/100  loss 0.0471 running  val loss 0.0512  accuracy 96.7 %  0.08 s  ETA 8 s *
 * </pre>
 *
 * <p>The loss is the running one. The time is that of the epoch, and ETA the mean of all epochs so
 * far, times those that are left: at most that, {@code ETA ≤}, where the run may end before. An
 * asterisk marks the best epoch so far if early stopping keeps it. The last line says why the run
 * ended. One object belongs to one run at a time.
 */
public final class Progress implements FitListener {
  private final PrintStream out;
  private final LongSupplier clock;
  private long start;
  private long last;
  private int before;

  private Progress(PrintStream out, LongSupplier clock) {
    this.out = out;
    this.clock = clock;
  }

  /** On standard output. */
  public static Progress onTerminal() {
    return to(System.out);
  }

  /** To a stream, which is not closed. */
  public static Progress to(PrintStream out) {
    return to(out, System::nanoTime);
  }

  /** To a stream, with a clock of nanoseconds. */
  static Progress to(PrintStream out, LongSupplier clock) {
    return new Progress(out, clock);
  }

  @Override
  public void started(Run run) {
    start = clock.getAsLong();
    last = start;
    before = run.history().epochs();
  }

  @Override
  public void epochEnded(Run run) {
    long now = clock.getAsLong();
    History history = run.history();
    int epoch = run.epoch();
    int width = Integer.toString(run.epochs()).length();
    StringBuilder line = new StringBuilder();
    line.append(String.format(Locale.ROOT, "epoch %" + width + "d/%d", epoch, run.epochs()));
    line.append("  loss ").append(number(history.value(Monitor.trainingLoss(), epoch)));
    line.append(" running");
    if (history.hasValidation()) {
      line.append("  val loss ").append(number(history.value(Monitor.validationLoss(), epoch)));
    }
    for (Metric metric : history.metrics()) {
      double value = history.value(Monitor.validation(metric), epoch);
      line.append("  ").append(metric.name()).append(' ').append(metric.format(value));
    }
    line.append("  ").append(Times.seconds(now - last));
    int left = run.epochs() - epoch;
    if (left > 0) {
      double each = (double) (now - start) / (epoch - before);
      line.append(run.mayEndEarly() ? "  ETA ≤ " : "  ETA ").append(Times.span(each * left));
    }
    if (history.keptEpoch() == epoch) {
      line.append(" *");
    }
    out.println(line);
    last = now;
  }

  @Override
  public void ended(Run run) {
    History history = run.history();
    StringBuilder line = new StringBuilder();
    switch (history.stop()) {
      case EPOCHS -> line.append("all epochs done");
      case PATIENCE -> line.append("stopped: no better for as long as early stopping waits");
      case DURATION -> line.append("stopped: the time is over");
      case CANCELLED -> line.append("cancelled at step ").append(run.step());
      case NOT_FINITE ->
          line.append("stopped at step ").append(run.step()).append(": a number is not finite");
    }
    if (history.keptEpoch() > 0) {
      line.append(", parameters of epoch ").append(history.keptEpoch());
    }
    out.println(line);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3g", value);
  }
}
