package io.github.gradsmith.training.internal.report;

import io.github.gradsmith.training.internal.chart.Numbers;
import io.github.gradsmith.training.internal.chart.Thinning;
import io.github.gradsmith.training.internal.markup.Markup;
import java.util.ArrayList;
import java.util.List;

/** The numbers of all curves, with all their digits. */
record DataPart(Curves curves) implements Part {
  private static final int MOST_ROWS = 1_000;
  private static final int MOST_CELLS = 4_500;

  @Override
  public String id() {
    return "data";
  }

  @Override
  public String title() {
    return "Data";
  }

  @Override
  public void write(Markup page) {
    List<Curve> all = curves.all();
    int most = Math.max(2, Math.min(MOST_ROWS, MOST_CELLS / (all.size() + 1)));
    int[] kept = Thinning.even(curves.epochs(), most);
    String which =
        kept.length < curves.epochs()
            ? kept.length + " of " + Sentence.epochs(curves.epochs()) + ", evenly apart"
            : "all of " + Sentence.epochs(curves.epochs());
    page.block("details").element("summary", "Numbers of each epoch: " + which);
    Tables.open(page, "data-caption", "tall", "The numbers of the curves, " + which + ".");
    List<String> columns = new ArrayList<>(List.of("Epoch"));
    all.forEach(curve -> columns.add(curve.name()));
    Tables.head(page, columns);
    for (int index : kept) {
      List<String> cells = all.stream().map(c -> Numbers.exact(c.values()[index])).toList();
      Tables.row(page, Integer.toString(index + 1), cells);
    }
    Tables.close(page);
    page.close();
  }
}
