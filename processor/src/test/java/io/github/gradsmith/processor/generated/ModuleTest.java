package io.github.gradsmith.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.Network;
import io.github.gradsmith.processor.NetworkProcessor;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Generated code in a named module that requires the module of the runtime. */
class ModuleTest {
  private static final Path RUNTIME = ForkedJvm.place(Network.class);
  private static final String GENERATED = "@Generated(";

  @TempDir private Path folder;

  @Test
  void runsInANamedModule() throws IOException, ReflectiveOperationException {
    String source = generated("requires io.github.gradsmith;");
    assertThat(source).contains("class NetImpl").doesNotContain("javax.annotation", GENERATED);

    ModuleFinder finder = ModuleFinder.of(folder, RUNTIME);
    ModuleLayer boot = ModuleLayer.boot();
    Configuration modules = boot.configuration().resolve(finder, ModuleFinder.of(), Set.of("app"));
    ModuleLayer layer =
        boot.defineModulesWithOneLoader(modules, ClassLoader.getPlatformClassLoader());
    assertThat(layer.findModule("io.github.gradsmith")).isPresent();
    Class<?> main = layer.findLoader("app").loadClass("demo.Main");
    assertThat(main.getModule().getName()).isEqualTo("app");
    Object outputs = main.getMethod("outputs").invoke(null);
    assertThat((float[]) outputs).hasSize(1).doesNotContain(0f);
  }

  @Test
  void marksWhatItGeneratesIfTheModuleReadsTheAnnotation() throws IOException {
    assertThat(generated("requires io.github.gradsmith; requires static java.compiler;"))
        .contains("import javax.annotation.processing.Generated;", GENERATED);
  }

  /** The source of {@code demo.NetImpl}, compiled for a module of these directives. */
  private String generated(String directives) throws IOException {
    List<Path> sources =
        List.of(
            write("module-info", "module app { exports demo; " + directives + " }"),
            write(
                "Net",
                """
                package demo;
                @io.github.gradsmith.Network(
                    layers = {2, 3, 1}, activation = io.github.gradsmith.Activation.SIGMOID)
                interface Net extends io.github.gradsmith.FloatNetwork {}
                """),
            write(
                "Main",
                """
                package demo;
                /** Trains and asks. */
                public final class Main {
                  private Main() {}
                  /** One output. */
                  public static float[] outputs() {
                    Net net = new NetImpl(1);
                    net.train(new float[] {1, 0}, new float[] {1}, 0.5f);
                    return net.forward(new float[] {1, 0});
                  }
                }
                """));
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
      files.setLocationFromPaths(StandardLocation.MODULE_PATH, List.of(RUNTIME));
      files.setLocationFromPaths(StandardLocation.CLASS_PATH, List.of());
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(folder));
      JavaCompiler.CompilationTask task =
          javac.getTask(
              messages,
              files,
              null,
              List.of("--release", "11", "-Xlint:all,-processing", "-Werror"),
              null,
              files.getJavaFileObjectsFromPaths(sources));
      task.setProcessors(List.of(new NetworkProcessor()));
      assertThat(task.call()).as("%s", messages).isTrue();
    }
    return Files.readString(folder.resolve("demo").resolve("NetImpl.java"));
  }

  private Path write(String name, String text) throws IOException {
    Path sources = Files.createDirectories(folder.resolve("sources"));
    return Files.writeString(sources.resolve(name + ".java"), text);
  }
}
