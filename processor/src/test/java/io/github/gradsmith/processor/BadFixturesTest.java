package io.github.gradsmith.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import io.github.gradsmith.processor.diagnostic.CatalogueEntry;
import io.github.gradsmith.processor.diagnostic.LayerMessage;
import io.github.gradsmith.processor.diagnostic.Message;
import io.github.gradsmith.processor.diagnostic.RowMessage;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fixture in {@code bad/} gets the diagnostics that its comments expect, and no other. */
@Tag("fast")
class BadFixturesTest {
  /**
   * Those that need an option, a file, a failing disk, a foreign runtime, a defect of ours or a
   * wrong derivative.
   */
  private static final Set<CatalogueEntry> PROVOKED_ELSEWHERE =
      Set.of(
          Message.OPTION_VALUE,
          Message.CANNOT_WRITE,
          Message.UNKNOWN_CONSTANT,
          Message.RUNTIME_VERSION,
          Message.CLASS_CLASH,
          Message.INTERNAL_ERROR,
          Message.DERIVATIVE_DIFFERS,
          Message.NETWORK_SIZES,
          RowMessage.ROWS_OF_FILE);

  /** All that the processor may say. */
  static List<CatalogueEntry> catalogue() {
    return Stream.<CatalogueEntry[]>of(Message.values(), LayerMessage.values(), RowMessage.values())
        .flatMap(Stream::of)
        .toList();
  }

  /** No class beside the interface could implement it, or another one has its name. */
  private static final Set<String> NOTHING_STANDS_IN =
      Set.of("GS001", "GS002", "GS003", "GS004", "GS006", "GS011", "GS036", "GS069");

  static List<Path> fixtures() {
    return Sources.in("bad");
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void javacMarksTheVeryPlace(Path fixture) {
    List<Diagnostic<? extends JavaFileObject>> found = found(Compilers.JAVAC, fixture);
    List<Expectation> expected = Expectation.of(fixture);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(found.get(i).getColumnNumber())
          .as("column of %s", expected.get(i))
          .isEqualTo(expected.get(i).column());
    }
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void ecjMarksTheLine(Path fixture) {
    found(Compilers.ECJ, fixture);
  }

  private static List<Diagnostic<? extends JavaFileObject>> found(
      Compilers compiler, Path fixture) {
    Compilation compilation = compiler.compileWithUse(fixture);
    List<Diagnostic<? extends JavaFileObject>> found = Compilers.ours(compilation);
    assertUsesAreNoErrors(compilation, fixture);
    List<Expectation> expected = Expectation.of(fixture);
    assertThat(expected).isNotEmpty();
    assertThat(found)
        .extracting(diagnostic -> diagnostic.getMessage(null))
        .as("%s", fixture.getFileName())
        .hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      Expectation expectation = expected.get(i);
      Diagnostic<? extends JavaFileObject> diagnostic = found.get(i);
      assertThat(diagnostic.getMessage(null))
          .startsWith(expectation.code() + ": ")
          .contains(expectation.text());
      assertThat(diagnostic.getKind()).isEqualTo(expectation.kind());
      assertThat(diagnostic.getLineNumber())
          .as("line of %s", expectation)
          .isEqualTo(compiler == Compilers.ECJ ? expectation.ecjLine() : expectation.line());
    }
    return found;
  }

  /** Where a class can stand in for the one that is not generated. */
  private static void assertUsesAreNoErrors(Compilation compilation, Path fixture) {
    boolean standsIn =
        Expectation.of(fixture).stream()
            .map(Expectation::code)
            .noneMatch(NOTHING_STANDS_IN::contains);
    boolean isInterface =
        Sources.lines(fixture).stream()
            .anyMatch(l -> l.contains("interface " + name(fixture) + " "));
    if (standsIn && isInterface) {
      assertThat(compilation.errors())
          .filteredOn(error -> error.getSource() != null)
          .filteredOn(
              error ->
                  !error.getSource().getName().endsWith(name(fixture) + ".java")
                      || error.getSource().getName().contains("UseOf"))
          .isEmpty();
    }
  }

  private static String name(Path fixture) {
    return fixture.getFileName().toString().replace(".java", "");
  }

  @Test
  void everyMessageIsProvoked() {
    Set<String> expected = new TreeSet<>();
    for (CatalogueEntry message : catalogue()) {
      if (!PROVOKED_ELSEWHERE.contains(message)) {
        expected.add(message.code());
      }
    }
    Set<String> provoked = new TreeSet<>();
    fixtures().forEach(f -> Expectation.of(f).forEach(e -> provoked.add(e.code())));
    assertThat(provoked).isEqualTo(expected);
  }
}
