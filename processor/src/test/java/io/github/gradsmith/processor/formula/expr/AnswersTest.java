package io.github.gradsmith.processor.formula.expr;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.processor.formula.text.RandomFormulas;
import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The answers that are written down; {@code -Dgolden.update=true} writes them down again. */
class AnswersTest {
  private static final Path FOLDER =
      Path.of("src/main/resources", Answers.class.getPackageName().replace('.', '/'));

  @Test
  void areThoseThatTheEngineFinds() throws Exception {
    List<String> found = found();
    Path file = FOLDER.resolve(Answers.FILE);
    if (Boolean.getBoolean("golden.update")) {
      Files.write(file, found);
    }
    assertThat(found).hasSizeGreaterThan(50);
    assertThat(Files.readAllLines(file)).isEqualTo(found);
  }

  @SuppressWarnings("unchecked")
  private static List<String> found() throws Exception {
    List<URL> urls = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      urls.add(Path.of(entry).toUri().toURL());
    }
    ClassLoader platform = ClassLoader.getPlatformClassLoader();
    try (URLClassLoader fresh = new URLClassLoader(urls.toArray(URL[]::new), platform)) {
      Class<?> questions = fresh.loadClass(ToolboxQuestions.class.getName());
      return (List<String>) questions.getMethod("answered").invoke(null);
    }
  }

  @Test
  void whatIsWrittenDownIsReadAsTheSameTree() {
    RandomFormulas.stream(500)
        .forEach(
            random ->
                assertThat(ExprCode.read(ExprCode.write(random.expr())))
                    .as("seed %d", random.seed())
                    .isEqualTo(random.expr()));
  }
}
