package io.github.gradsmith.spark;

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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Examples of the chapter on several machines compile, without a warning. */
@Tag("core")
class GuideTest {
  private static final Path CHAPTER = Path.of("../../docs/guide/scale-out.md");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```java\n(.*?)^```$");

  /** What an example may use. */
  private static final String AROUND =
      """
      import io.github.gradsmith.*;
      import io.github.gradsmith.spark.*;
      import io.github.gradsmith.training.*;
      import java.nio.file.Path;
      import java.util.List;
      import org.apache.spark.ml.*;
      import org.apache.spark.sql.*;

      interface PumpNet extends FloatNetwork {}

      interface DigitsNet extends FloatNetwork {}

      interface SpendNet extends FloatNetwork {}

      class Given {
        static SparkSession spark;
        static Dataset<Row> pumps;
        static Dataset<Row> images;
        static Dataset<Row> days;
        static PipelineStage scaler;
        static FloatRows training;
        static FloatRows validation;
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
    var blocks = BLOCK.matcher(Files.readString(CHAPTER)).results().toList();
    blocks.forEach(block -> compile(block.group(1)));
    assertThat(blocks).hasSizeGreaterThan(3);
  }

  private void compile(String example) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    List<String> options =
        List.of(
            "-Xlint:all,-path,-classfile",
            "-proc:none",
            "-cp",
            Cluster.classPath(),
            "-d",
            folder.toString());
    compiler
        .getTask(null, null, found, options, null, List.of(source(AROUND.formatted(example))))
        .call();
    assertThat(found.getDiagnostics()).as(example).isEmpty();
  }

  private static JavaFileObject source(String text) {
    return new SimpleJavaFileObject(
        URI.create("string:///Example.java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }
}
