package io.github.gradsmith.training;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A committed table of numbers of another library; the script beside it makes it. */
final class Table {
  private Table() {}

  /** The lines without that of the names, cut at commas. */
  static List<String[]> read(String name) {
    try (InputStream in = Table.class.getResourceAsStream("/oracle/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split(",", -1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Numbers with blanks between them. */
  static double[] numbers(String text) {
    return text.isEmpty()
        ? new double[0]
        : Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
  }

  /** Rows with semicolons between them. */
  static double[][] rows(String text) {
    return Arrays.stream(text.split(";")).map(Table::numbers).toArray(double[][]::new);
  }
}
