package io.github.gradsmith.training.internal.report;

import io.github.gradsmith.training.internal.chart.Numbers;
import io.github.gradsmith.training.internal.markup.Markup;
import io.github.gradsmith.training.internal.metric.ClassScore;
import io.github.gradsmith.training.internal.outcome.Classification;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Which classes are taken for which: a table of counts, scores of each class, ROC curves. */
record ClassesPart(Classification rows, ClassNames names) implements Part {
  private static final int MOST_CLASSES = 50;
  private static final int SHADES = 5;

  @Override
  public String id() {
    return "classes";
  }

  @Override
  public String title() {
    return "Classes";
  }

  @Override
  public void write(Markup page) {
    int[] shown = shown();
    page.block("p").text(sentence()).close();
    page.block("p", "class", "quiet")
        .text("The first table has a line for each class that rows are of, and a column for each ")
        .text("that the network says; the diagonal is right. The stronger the colour, the larger ")
        .text("the share of the line.")
        .close();
    if (shown.length < rows.classes()) {
      page.block("p")
          .text("Of " + rows.classes() + " classes these are the " + shown.length)
          .text(" that are confused most often.")
          .close();
    }
    counts(page, shown);
    page.block("div", "class", "grid");
    scores(page, shown);
    new RocFigure(rows, names).write(page);
    page.close();
  }

  private String sentence() {
    double all = rows.total();
    double lost = all;
    for (int is = 0; is < rows.classes(); is++) {
      for (int said = 0; said < rows.classes(); said++) {
        lost -= rows.counts().count(is, said);
      }
    }
    String unknown =
        lost > 1e-9 * all
            ? " Of " + count(lost) + " an output is NaN, so that they count as no class."
            : "";
    return Numbers.percent(rows.right() / all)
        + " of the rows are right: "
        + count(rows.right())
        + " of "
        + count(all)
        + "."
        + unknown;
  }

  /** All classes, or those that are confused most often, in their order. */
  private int[] shown() {
    Comparator<Integer> byConfusion = Comparator.comparingDouble(c -> -rows.confused(c));
    return IntStream.range(0, rows.classes())
        .boxed()
        .sorted(byConfusion.thenComparing(Comparator.naturalOrder()))
        .limit(MOST_CLASSES)
        .sorted()
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private void counts(Markup page, int[] shown) {
    Tables.open(page, "confusion-caption", "counts", "Confusion");
    List<String> columns = new ArrayList<>(List.of("Is \\ said"));
    IntStream.of(shown).forEach(c -> columns.add(names.of(c)));
    Tables.head(page, columns);
    for (int is : shown) {
      page.block("tr").element("th", names.of(is), "scope", "row");
      for (int said : shown) {
        double count = rows.counts().count(is, said);
        if (count > 0) {
          int shade = (int) StrictMath.ceil(SHADES * (count / rows.counts().actual(is)));
          String hue = is == said ? "r" : "w";
          page.element("td", count(count), "class", hue + Math.max(1, Math.min(SHADES, shade)));
        } else {
          page.element("td", "0");
        }
      }
      page.close();
    }
    Tables.close(page);
  }

  private void scores(Markup page, int[] shown) {
    Tables.open(page, "scores-caption", "scores", "Scores of each class");
    Tables.head(page, List.of("Class", "Rows", "Precision", "Recall", "F1", "ROC AUC"));
    for (int c : shown) {
      List<String> cells =
          List.of(
              count(rows.counts().actual(c)),
              Numbers.percent(rows.counts().score(ClassScore.PRECISION, c)),
              Numbers.percent(rows.counts().score(ClassScore.RECALL, c)),
              Numbers.percent(rows.counts().score(ClassScore.F1, c)),
              Numbers.percent(rows.area(c)));
      Tables.row(page, names.of(c), cells);
    }
    Tables.close(page);
  }

  private static String count(double weight) {
    return weight == (long) weight ? Long.toString((long) weight) : Numbers.rounded(weight);
  }
}
