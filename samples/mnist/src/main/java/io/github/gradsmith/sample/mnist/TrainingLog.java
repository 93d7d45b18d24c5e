package io.github.gradsmith.sample.mnist;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;

/** A line for each epoch and, on a terminal only, one that moves while an epoch runs. */
final class TrainingLog {
  private static final long REFRESH_NANOS = 100_000_000;

  private final PrintWriter out;
  private final boolean live;
  private final int epochs;
  private final LongSupplier nanoTime;
  private final long start;
  private long epochStart;
  private long lastRefresh;
  private int liveLength;

  /** A log that starts now, by the clock {@code nanoTime}. */
  TrainingLog(PrintWriter out, boolean live, int epochs, LongSupplier nanoTime) {
    this.out = out;
    this.live = live;
    this.epochs = epochs;
    this.nanoTime = nanoTime;
    start = nanoTime.getAsLong();
    epochStart = start;
    lastRefresh = start;
  }

  /** {@code done} of {@code size} images of the epoch have been learnt from. */
  void progress(int epoch, int done, int size) {
    if (!live || nanoTime.getAsLong() - lastRefresh < REFRESH_NANOS) {
      return;
    }
    lastRefresh = nanoTime.getAsLong();
    String text =
        String.format(Locale.ROOT, "%s   %d %%", name(epoch), Math.round(100.0 * done / size));
    out.print("\r" + text);
    out.flush();
    liveLength = text.length();
  }

  /** An epoch has ended, with this mean loss and this test accuracy in percent. */
  void epoch(int epoch, double loss, double accuracy) {
    long now = nanoTime.getAsLong();
    clear();
    double eta = seconds(start, now) / epoch * (epochs - epoch);
    out.print(
        String.format(
            Locale.ROOT,
            "%s   loss %.5f   test %.2f %%   %.2f s   ETA %s\n",
            name(epoch),
            loss,
            accuracy,
            seconds(epochStart, now),
            eta(Math.round(eta))));
    out.flush();
    epochStart = now;
  }

  /** Takes the moving line away, with the {@code ^C} that a terminal may have put after it. */
  void clear() {
    if (live) {
      out.print("\r" + " ".repeat(liveLength + 2) + "\r");
      liveLength = 0;
    }
  }

  private String name(int epoch) {
    String last = Integer.toString(epochs);
    return "epoch "
        + " ".repeat(last.length() - Integer.toString(epoch).length())
        + epoch
        + "/"
        + last;
  }

  private static String eta(long seconds) {
    return seconds < 100 ? seconds + " s" : (seconds + 30) / 60 + " min";
  }

  private static double seconds(long from, long to) {
    return (to - from) * 1e-9;
  }
}
