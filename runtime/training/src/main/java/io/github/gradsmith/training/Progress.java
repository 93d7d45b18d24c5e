package io.github.gradsmith.training;

import io.github.gradsmith.training.internal.text.ProgressLines;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.function.Consumer;
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
  private final Consumer<String> out;
  private final LongSupplier clock;
  private long start;
  private long last;
  private int before;

  private Progress(Consumer<String> out, LongSupplier clock) {
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

  /** To a writer, which is flushed after each line and not closed. */
  public static Progress to(PrintWriter out) {
    return new Progress(
        line -> {
          out.println(line);
          out.flush();
        },
        System::nanoTime);
  }

  /** To a stream, with a clock of nanoseconds. */
  static Progress to(PrintStream out, LongSupplier clock) {
    return new Progress(out::println, clock);
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
    double mean = (double) (now - start) / (run.epoch() - before);
    out.accept(ProgressLines.epoch(run, now - last, mean));
    last = now;
  }

  @Override
  public void ended(Run run) {
    out.accept(ProgressLines.end(run));
  }
}
