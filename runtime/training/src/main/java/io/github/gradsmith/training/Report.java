package io.github.gradsmith.training;

import io.github.gradsmith.DoubleNetwork;
import io.github.gradsmith.DoubleRows;
import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.FloatRows;
import io.github.gradsmith.GradientCheck;
import io.github.gradsmith.TrainingRows;
import io.github.gradsmith.training.internal.report.Content;
import io.github.gradsmith.training.internal.report.EpochPages;
import io.github.gradsmith.training.internal.report.Page;
import io.github.gradsmith.training.internal.report.PageFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/**
 * What came of a run, as one page of HTML that can be sent, kept and printed: curves, classes or
 * errors, layers, and the rows with the largest losses. A value: each method returns another one.
 *
 * <pre>{@code
 * History history = fit.run(network, training, validation);
 * Report.of(history).fit(fit).network(network).validation(validation).write(Path.of("report.html"));
 * }</pre>
 *
 * <p>The page has no script and loads nothing from elsewhere. It follows the browser's choice of
 * light or dark, and says everything in tables and sentences, too. All texts are shown and never
 * obeyed. The same run gives the same bytes on one machine: nothing is read from a clock.
 *
 * <p>A curve has at most 1,000 points, of which the least and the largest of each stretch are kept;
 * the confusion table has at most 50 classes, those that are confused most often; 24 rows are
 * shown. So a page has at most 300 KB.
 *
 * <p>Rows whose targets are all 0 and 1, with one 1 where there are several, are classes; others
 * are numbers that the network approaches.
 */
public final class Report {
  private final Content content;

  private Report(Content content) {
    this.content = content;
  }

  /** Of a run, which may still go on: its curves and their numbers. */
  public static Report of(History history) {
    Objects.requireNonNull(history, "history is null");
    Content content = new Content();
    content.history = history;
    return new Report(content);
  }

  /** A listener that writes the curves of a run into a file, after each epoch and at the end. */
  public static FitListener everyEpoch(Path file) {
    return everyEpoch(file, UnaryOperator.identity());
  }

  /**
   * A listener that writes a report into a file, after each epoch and at the end.
   *
   * @param more what the report is given beside the history, such as {@code report ->
   *     report.network(network).validation(rows)}
   */
  public static FitListener everyEpoch(Path file, UnaryOperator<Report> more) {
    Objects.requireNonNull(file, "file is null");
    Objects.requireNonNull(more, "more is null");
    return new EpochPages(file, run -> more.apply(of(run.history())).html());
  }

  /** With another title than "Training report". */
  public Report title(String title) {
    Objects.requireNonNull(title, "title is null");
    return with(c -> c.title = title);
  }

  /** With the settings of the run: batch size, learning rate, seed and so on. */
  public Report fit(Fit fit) {
    return with(c -> c.settings = fit.settings());
  }

  /** With the number of the rows that were trained on. */
  public Report training(TrainingRows<?> rows) {
    Objects.requireNonNull(rows, "rows is null");
    return with(c -> c.training = rows);
  }

  /** With a network: its layers and weights as they are when the page is written. */
  public Report network(FloatNetwork network) {
    Objects.requireNonNull(network, "network is null");
    return with(c -> c.network(network, null));
  }

  /** As {@link #network(FloatNetwork)}. */
  public Report network(DoubleNetwork network) {
    Objects.requireNonNull(network, "network is null");
    return with(c -> c.network(null, network));
  }

  /** With what the network says of rows; it needs a {@link #network(FloatNetwork)}. */
  public Report validation(FloatRows rows) {
    Objects.requireNonNull(rows, "rows is null");
    return with(c -> c.rows(rows, null));
  }

  /** As {@link #validation(FloatRows)}, of a {@link #network(DoubleNetwork)}. */
  public Report validation(DoubleRows rows) {
    Objects.requireNonNull(rows, "rows is null");
    return with(c -> c.rows(null, rows));
  }

  /**
   * With names of classes, or of outputs that are numbers, in place of 0, 1, 2 and so on.
   *
   * @param names one for each output; with one output that tells two classes apart, those of 0 and
   *     of 1
   */
  public Report names(String... names) {
    List<String> all = List.of(names);
    return with(c -> c.classNames = all);
  }

  /**
   * Shows rows as images, of which low numbers are black; one with a side of more than 32 pixels is
   * made smaller.
   *
   * @param width pixels of a line; a row has its {@code height} lines one after the other
   * @throws IllegalArgumentException if one is less than 1
   */
  public Report images(int width, int height) {
    return with(c -> c.images(width, height));
  }

  /** Says of each row, from 0, what it is, in at most 200 characters, not its first numbers. */
  public Report describe(IntFunction<String> texts) {
    Objects.requireNonNull(texts, "texts is null");
    return with(c -> c.rowTexts = texts);
  }

  /** With a check of the gradient, which passes if its largest relative error is at most 10⁻³. */
  public Report gradientCheck(GradientCheck check) {
    return with(c -> c.check = check);
  }

  /** With the time that the run took, which the report does not measure. */
  public Report duration(Duration duration) {
    return with(c -> c.duration = duration);
  }

  private Report with(Consumer<Content> change) {
    Content copy = content.copy();
    change.accept(copy);
    return new Report(copy);
  }

  /** The page, as {@link #write} writes it. */
  public String html() {
    return Page.of(content);
  }

  /**
   * Writes the page to a file in UTF-8, or replaces it in one step.
   *
   * @throws IllegalArgumentException if network, rows, names and images do not go together; nothing
   *     is written
   */
  public void write(Path file) throws IOException {
    PageFile.write(file, html());
  }
}
