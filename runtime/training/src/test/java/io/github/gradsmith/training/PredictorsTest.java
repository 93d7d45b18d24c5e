package io.github.gradsmith.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot learn is no network to train: the compiler says so. */
class PredictorsTest {
  private static final String SOURCE =
      """
      import io.github.gradsmith.*;
      import io.github.gradsmith.training.*;

      class Example {
        Object run(%1$s%2$s net, %1$sRows rows, java.nio.file.Path file) {
          Fit fit = Fit.epochs(1).learningRate(0.1);
          return %3$s;
        }
      }
      """;

  private static final List<String> CALLS =
      List.of("fit.run(net, rows)", "fit.run(net, rows, rows)", "fit.resume(file, net, rows)");

  @TempDir Path folder;

  @Test
  void networksAreTrainedAndPredictorsDoNotCompile() {
    for (String precision : List.of("Float", "Double")) {
      for (String call : CALLS) {
        assertThat(errors(SOURCE.formatted(precision, "Network", call))).isEmpty();
        assertThat(errors(SOURCE.formatted(precision, "Predictor", call)))
            .as(call)
            .singleElement()
            .asString()
            .contains(precision + "Predictor");
      }
    }
  }

  private List<String> errors(String source) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> options = List.of("-proc:none", "-cp", path, "-d", folder.toString());
    JavaFileObject file =
        new SimpleJavaFileObject(URI.create("string:///Example.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreErrors) {
            return source;
          }
        };
    compiler.getTask(null, null, found, options, null, List.of(file)).call();
    return found.getDiagnostics().stream()
        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
        .map(diagnostic -> diagnostic.getMessage(Locale.ENGLISH))
        .toList();
  }
}
