package io.github.gradsmith.training.internal.report;

import io.github.gradsmith.training.internal.chart.GrayImage;
import io.github.gradsmith.training.internal.chart.Numbers;
import io.github.gradsmith.training.internal.markup.Escape;
import io.github.gradsmith.training.internal.markup.Markup;
import io.github.gradsmith.training.internal.metric.Classes;
import io.github.gradsmith.training.internal.outcome.Outcomes;
import io.github.gradsmith.training.internal.outcome.Subject;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The rows with the largest losses, as they are. */
record WorstRowsPart(
    Subject subject, Outcomes rows, boolean areClasses, ClassNames names, RowLook look)
    implements Part {
  private static final int MOST_ROWS = 24;
  private static final int MOST_NUMBERS = 8;
  private static final int LONGEST = 200;

  @Override
  public String id() {
    return "worst";
  }

  @Override
  public String title() {
    return "Rows with the largest losses";
  }

  @Override
  public void write(Markup page) {
    List<Integer> worst = worst();
    double[] all =
        look.isImage()
            ? worst.stream().flatMapToDouble(i -> DoubleStream.of(subject.input(i))).toArray()
            : new double[0];
    double low = finite(all).min().orElse(0);
    double high = finite(all).max().orElse(1);
    page.block("ol", "class", "rows");
    for (int row : worst) {
      page.block("li");
      if (look.isImage()) {
        image(page, row, low, high);
      }
      page.element("h3", "Row " + row).element("p", verdict(row));
      page.element("p", "Loss " + Numbers.rounded(rows.losses()[row]), "class", "quiet");
      if (look.texts() != null || !look.isImage()) {
        page.element("p", text(row), "class", "quiet");
      }
      page.close();
    }
    page.close();
    page.block("p", "class", "quiet")
        .text("Rows of validation are counted from 0; NaN counts as the largest loss.")
        .close();
  }

  private static DoubleStream finite(double[] values) {
    return DoubleStream.of(values).filter(Double::isFinite);
  }

  private List<Integer> worst() {
    Comparator<Integer> byLoss = (a, b) -> Double.compare(rows.losses()[b], rows.losses()[a]);
    return IntStream.range(0, rows.rows())
        .boxed()
        .sorted(byLoss.thenComparing(Comparator.naturalOrder()))
        .limit(MOST_ROWS)
        .toList();
  }

  private void image(Markup page, int row, double low, double high) {
    GrayImage image = GrayImage.of(subject.input(row), look.width(), look.height(), low, high);
    page.empty(
        "img",
        "src",
        image.dataUri(),
        "width",
        Integer.toString(image.width()),
        "height",
        Integer.toString(image.height()),
        "alt",
        "Row " + row + " as an image");
  }

  private String verdict(int row) {
    double[] output = rows.outputs()[row];
    double[] target = rows.targets()[row];
    if (!areClasses) {
      return "Says " + numbers(output) + ", target " + numbers(target);
    }
    int said = Classes.of(output);
    int is = Classes.of(target);
    if (said == Classes.NONE) {
      return "Says NaN, is " + names.of(is);
    }
    double share = output.length > 1 ? output[said] : said == 1 ? output[0] : 1 - output[0];
    return (said == is ? "Right: " : "Wrong: ")
        + "says "
        + names.of(said)
        + " ("
        + Numbers.rounded(share)
        + "), is "
        + names.of(is);
  }

  private String text(int row) {
    return look.texts() == null
        ? "Input " + numbers(subject.input(row))
        : Escape.shortened(String.valueOf(look.texts().apply(row)), LONGEST);
  }

  private static String numbers(double[] values) {
    String first =
        Arrays.stream(values)
            .limit(MOST_NUMBERS)
            .mapToObj(Numbers::rounded)
            .collect(Collectors.joining(", "));
    return values.length > MOST_NUMBERS ? first + ", …" : first;
  }
}
