package io.github.gradsmith.processor.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** A matrix in brackets; a large one has dots for what lies between its corners. */
public final class Matrix {
  private static final int MOST_SHOWN = 4;

  /** Stands for all rows or columns that are left out. */
  private static final int DOTS = 0;

  /** What stands in a row and a column, counted from 1. */
  public interface Entry {
    String at(int row, int column);
  }

  private Matrix() {}

  public static String of(int rows, int columns, Entry entry) {
    return shown(rows).stream()
        .map(row -> row(row, shown(columns), entry))
        .collect(Collectors.joining(" \\\\ ", "\\begin{pmatrix} ", " \\end{pmatrix}"));
  }

  /** A matrix of one row. */
  public static String row(int columns, IntFunction<String> entry) {
    return of(1, columns, (row, column) -> entry.apply(column));
  }

  private static String row(int row, List<Integer> columns, Entry entry) {
    return columns.stream()
        .map(column -> entry(row, column, entry))
        .collect(Collectors.joining(" & "));
  }

  private static String entry(int row, int column, Entry entry) {
    if (row == DOTS) {
      return column == DOTS ? "\\ddots" : "\\vdots";
    }
    return column == DOTS ? "\\cdots" : entry.at(row, column);
  }

  private static List<Integer> shown(int size) {
    if (size > MOST_SHOWN) {
      return List.of(1, 2, DOTS, size);
    }
    List<Integer> all = new ArrayList<>();
    for (int i = 1; i <= size; i++) {
      all.add(i);
    }
    return all;
  }
}
