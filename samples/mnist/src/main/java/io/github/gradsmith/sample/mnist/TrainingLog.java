package io.github.gradsmith.sample.mnist;

import java.io.PrintWriter;
import java.util.Locale;

/** A line for each epoch and, on a terminal only, one that moves while an epoch runs. */
final class TrainingLog {
  private static final long REFRESH_NANOS = 100_000_000;

  private final PrintWriter out;
  private final boolean live;
  private final int epochs;
  private final long start = System.nanoTime();
  private long epochStart = start;
  private long lastRefresh = start;
  private int liveLength;

  TrainingLog(PrintWriter out, boolean live, int epochs) {
    this.out = out;
    this.live = live;
    this.epochs = epochs;
  }

  /** {@code done} of {@code size} images of the epoch have been learnt from. */
  void progress(int epoch, int done, int size) {
    if (!live || System.nanoTime() - lastRefresh < REFRESH_NANOS) {
      return;
    }
    lastRefresh = System.nanoTime();
    String text =
        String.format(Locale.ROOT, "%s   %d %%", name(epoch), Math.round(100.0 * done / size));
    out.print("\r" + text);
    out.flush();
    liveLength = text.length();
  }

  /** An epoch has ended, with this mean loss and this test accuracy in percent. */
  void epoch(int epoch, double loss, double accuracy) {
    long now = System.nanoTime();
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
