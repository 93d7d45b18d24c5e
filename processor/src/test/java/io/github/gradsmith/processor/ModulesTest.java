package io.github.gradsmith.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.processor.model.NetworkModel;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Networks in named modules, which see no more than they require; ecj has no module path here. */
class ModulesTest {
  private static final String NET =
      "package demo;\n"
          + "import io.github.gradsmith.*;\n"
          + "@Network(layers = {2, 1}, activation = Activation.TANH)\n"
          + "interface Net extends FloatNetwork {}\n";

  @TempDir Path folder;

  @Test
  void generatedIsMarkedWhereTheModuleSeesTheAnnotation() throws IOException {
    assertThat(models("requires java.compiler;"))
        .extracting(NetworkModel::markGenerated)
        .containsExactly(true);
  }

  @Test
  void generatedIsNotMarkedElsewhere() throws IOException {
    assertThat(models("")).extracting(NetworkModel::markGenerated).containsExactly(false);
  }

  @Test
  void vectorKernelsAreGeneratedWhereTheModuleReadsTheVectorApi() throws IOException {
    assertThat(models("requires static jdk.incubator.vector;"))
        .extracting(NetworkModel::vectorized)
        .containsExactly(true);
  }

  /** The module is in the compilation then, but code of the named module cannot name its types. */
  @Test
  void vectorKernelsAreNotGeneratedWhereItDoesNot() throws IOException {
    assertThat(models("", "--add-modules", "jdk.incubator.vector"))
        .extracting(NetworkModel::vectorized)
        .containsExactly(false);
  }

  private List<NetworkModel> models(String required, String... more) throws IOException {
    String module = "module demo { requires io.github.gradsmith; " + required + " }\n";
    Path moduleFile = Files.writeString(folder.resolve("module-info.java"), module);
    Path demo = Files.createDirectory(folder.resolve("demo"));
    Path net = Files.writeString(demo.resolve("Net.java"), NET);
    RecordingGeneration generation = new RecordingGeneration();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter out = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      files.setLocationFromPaths(StandardLocation.MODULE_PATH, List.of(Path.of(Modules.runtime())));
      List<String> options = new ArrayList<>(List.of("--release", "17", "-d", folder.toString()));
      options.addAll(List.of(more));
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              out, files, null, options, null, files.getJavaFileObjects(moduleFile, net));
      task.setProcessors(List.of(new NetworkProcessor(generation)));
      assertThat(task.call()).as("%s", out).isTrue();
    }
    return generation.models();
  }
}
