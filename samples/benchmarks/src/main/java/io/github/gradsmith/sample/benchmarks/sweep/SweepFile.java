package io.github.gradsmith.sample.benchmarks.sweep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The raw results of one JDK and backend, a line for each shape: {@code shape;kernels,forward,naive
 * forward,train,naive train} in nanoseconds a call, with more groups if it was measured again.
 * Parts of a sweep add to each other.
 */
final class SweepFile {
  private final Path file;
  private final Map<Shape, Row> rows = new LinkedHashMap<>();

  /** Opens it, or begins it. */
  SweepFile(Path file) throws IOException {
    this.file = file;
    if (Files.exists(file)) {
      Files.readAllLines(file).stream().map(Row::parse).forEach(row -> rows.put(row.shape(), row));
    }
  }

  /** Such as {@code JDK 17, plain}. */
  String title() {
    String[] words = file.getFileName().toString().replace(".csv", "").split("-");
    String backend = words[words.length - 1];
    return words[2].replace("jdk", "JDK ") + ", JVM started for " + backend;
  }

  Collection<Row> rows() {
    return rows.values();
  }

  /** Takes a row in, in the place of an older one, and saves all. */
  void put(Row row) throws IOException {
    rows.put(row.shape(), row);
    List<String> lines =
        Shape.all(Shape.WIDTHS, Shape.WIDTHS).stream()
            .filter(rows::containsKey)
            .map(shape -> rows.get(shape).csv())
            .toList();
    Files.write(file, lines);
  }
}
