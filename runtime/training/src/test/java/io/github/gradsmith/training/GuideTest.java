package io.github.gradsmith.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Examples of the chapters on training compile, without a warning. */
class GuideTest {
  private static final Path GUIDE = Path.of("../../docs/guide");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```java\n(.*?)^```$");

  /** What an example may use of those before it. */
  private static final String AROUND =
      """
      import io.github.gradsmith.*;
      import io.github.gradsmith.training.*;
      import java.nio.file.Path;
      import java.util.List;

      interface DigitNet extends FloatNetwork {
        static DigitNet create(long seed) {
          throw new UnsupportedOperationException();
        }
      }

      class Given {
        static DigitNet net;
        static float[][] images;
        static int[] labels;
        static FloatRows training;
        static FloatRows validation;
        static Fit fit;
      }

      class Example extends Given {
        void run() throws Exception {
      %s
        }
      }
      """;

  @TempDir Path folder;

  @Test
  void examplesCompile() throws IOException {
    int compiled = 0;
    for (String chapter : List.of("train.md", "evaluate.md", "report.md")) {
      for (var block : BLOCK.matcher(Files.readString(GUIDE.resolve(chapter))).results().toList()) {
        compile(block.group(1));
        compiled++;
      }
    }
    assertThat(compiled).isGreaterThan(7);
  }

  private void compile(String example) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> options =
        List.of("-Xlint:all,-path", "-proc:none", "-cp", path, "-d", folder.toString());
    compiler
        .getTask(null, null, found, options, null, List.of(source(AROUND.formatted(example))))
        .call();
    assertThat(found.getDiagnostics()).as(example).isEmpty();
  }

  private static JavaFileObject source(String text) {
    return new SimpleJavaFileObject(
        URI.create("string:///Example.java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreErrors) {
        return text;
      }
    };
  }
}
