package io.github.gradsmith.training.internal.report;

import io.github.gradsmith.training.internal.markup.Escape;
import java.util.List;

/** What classes, or outputs, are called; their numbers if nobody said. */
record ClassNames(List<String> names) {
  private static final int LONGEST = 40;

  String of(int index) {
    return index < names.size()
        ? Escape.shortened(names.get(index), LONGEST)
        : Integer.toString(index);
  }
}
