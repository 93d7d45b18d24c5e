package io.github.gradsmith.training.internal.report;

import io.github.gradsmith.internal.check.RuntimeVersion;
import io.github.gradsmith.training.History;
import io.github.gradsmith.training.Stop;
import io.github.gradsmith.training.internal.chart.Numbers;
import io.github.gradsmith.training.internal.loop.Settings;
import io.github.gradsmith.training.internal.outcome.Subject;
import io.github.gradsmith.training.internal.schedule.Schedule;
import java.util.ArrayList;
import java.util.List;

/** The lines of the table at the head of the page. */
final class Facts {
  /** A gradient with a larger relative error is wrong: that of a float has about 7 digits. */
  private static final double TOLERANCE = 1e-3;

  private final Content content;
  private final List<Fact> facts = new ArrayList<>();

  private Facts(Content content) {
    this.content = content;
  }

  static List<Fact> of(Content content, Subject subject) {
    return new Facts(content).all(subject);
  }

  private List<Fact> all(Subject subject) {
    if (subject != null) {
      add("Network", subject.topology().toString());
      add("Optimizer", subject.topology().optimizer());
      add("Kernels", subject.topology().kernels());
    }
    if (content.training != null) {
      add("Training rows", Integer.toString(content.training.size()));
    }
    if (subject != null && subject.rows() > 0) {
      add("Validation rows", Integer.toString(subject.rows()));
    }
    if (content.settings != null) {
      settings(content.settings);
    }
    history(content.history);
    if (content.duration != null) {
      add("Duration", Numbers.rounded(content.duration.toMillis() / 1000.0) + " s");
    }
    if (content.check != null) {
      boolean passes = content.check.passes(TOLERANCE);
      add("Gradient check", (passes ? "✓ passed: " : "✗ failed: ") + content.check);
    }
    add("Gradsmith", RuntimeVersion.VERSION);
    add("Java", Runtime.version().toString());
    return facts;
  }

  private void settings(Settings settings) {
    add("Batch size", Integer.toString(settings.batchSize));
    add("Learning rate", Schedule.text(settings.rate));
    add("Seed", Long.toString(settings.seed));
    if (settings.threads > 0) {
      add("Threads", Integer.toString(settings.threads));
    }
    if (settings.clipNorm > 0) {
      add("Gradient norm at most", Numbers.exact(settings.clipNorm));
    }
    if (settings.clipValue > 0) {
      add("Gradient entries at most", Numbers.exact(settings.clipValue));
    }
    if (settings.stopping != null) {
      add(
          "Early stopping",
          "on " + settings.stopping.monitor() + ", patience " + settings.stopping.patience());
    }
  }

  private void history(History history) {
    String of = content.settings == null ? "" : " of " + content.settings.epochs;
    add("Epochs", history.epochs() + of);
    String skipped =
        history.skippedSteps() > 0 ? ", of which " + history.skippedSteps() + " were skipped" : "";
    add("Steps", history.steps() + skipped);
    add("End", end(history));
    if (history.keptEpoch() > 0) {
      add("Parameters", "of epoch " + history.keptEpoch() + ", the best");
    }
  }

  /** Why the run ended, as a sentence without its point. */
  static String end(History history) {
    Stop stop;
    try {
      stop = history.stop();
    } catch (IllegalStateException e) {
      return "the run still goes on";
    }
    return switch (stop) {
      case EPOCHS -> "all epochs are done";
      case PATIENCE -> "stopped early: the watched number got no better";
      case DURATION -> "the time was over";
      case CANCELLED -> "cancelled";
      case NOT_FINITE -> "stopped: a number was NaN or infinite";
    };
  }

  private void add(String name, String value) {
    facts.add(new Fact(name, value));
  }
}
