package io.github.gradsmith.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.processor.diagnostic.Message;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
   * Those that need an option, a failing disk, a foreign runtime, a defect of ours or a wrong
   * derivative.
   */
  private static final Set<Message> PROVOKED_ELSEWHERE =
      Set.of(
          Message.OPTION_VALUE,
          Message.CANNOT_WRITE,
          Message.UNKNOWN_CONSTANT,
          Message.RUNTIME_VERSION,
          Message.CLASS_CLASH,
          Message.INTERNAL_ERROR,
          Message.DERIVATIVE_DIFFERS,
          Message.NETWORK_SIZES);

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
    List<Diagnostic<? extends JavaFileObject>> found = Compilers.ours(compiler.compile(fixture));
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

  @Test
  void everyMessageIsProvoked() {
    Set<String> expected = new TreeSet<>();
    for (Message message : Message.values()) {
      if (!PROVOKED_ELSEWHERE.contains(message)) {
        expected.add(message.code());
      }
    }
    Set<String> provoked = new TreeSet<>();
    fixtures().forEach(f -> Expectation.of(f).forEach(e -> provoked.add(e.code())));
    assertThat(provoked).isEqualTo(expected);
  }
}
