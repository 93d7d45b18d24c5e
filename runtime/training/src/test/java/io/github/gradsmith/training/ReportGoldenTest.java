package io.github.gradsmith.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The exact bytes of two pages, but for the version of Java. After a change on purpose, rewrite
 * them with {@code -Dgolden.update=true} and look at them in a browser.
 */
class ReportGoldenTest {
  private static final Path FOLDER = Path.of("src/test/resources/report");

  @Test
  void pageOfClasses() throws IOException {
    requireGolden("classes.html", ReportSamples.classes());
  }

  @Test
  void pageOfNumbers() throws IOException {
    requireGolden("numbers.html", ReportSamples.numbers());
  }

  private static void requireGolden(String name, Report report) throws IOException {
    String page = report.html().replace(Runtime.version().toString(), "(version of Java)");
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(FOLDER.resolve(name), page);
    }
    assertThat(page).isEqualTo(Files.readString(FOLDER.resolve(name)));
  }
}
