package io.github.gradsmith.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gradsmith.processor.random.GraphRun;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The diffs of CONTRIBUTING apply to a copy of the sources, compile, and do what they say: all of
 * them in one compilation, with every file in which javac may demand a line for them.
 */
class ContributedDiffsTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private static final String DEMO =
      """
      import io.github.gradsmith.*;
      import static io.github.gradsmith.Activation.*;

      @Network(layers = {3, 16, 2}, activation = {HARD_TANH, TANH}, loss = Loss.LOG_COSH)
      interface Kinds extends DoubleNetwork {}

      @Network(layers = {42, 1}, activation = IDENTITY)
      interface Row extends DoubleNetwork {}

      public class Demo {
        /** Loss, the same by hand, and the deviation of the gradient. */
        public static double[] kinds() {
          double[] x = {0.3, -0.8, 0.5};
          double[] t = {3, -0.25};
          KindsImpl net = new KindsImpl(1);
          double[] a = net.forward(x).clone();
          double byHand = Math.log(Math.cosh(a[0] - t[0])) + Math.log(Math.cosh(a[1] - t[1]));
          double[][] xs = {x};
          double[][] ts = {t};
          return new double[] {
            net.loss(x, t), byHand, GradientCheck.check(net, xs, ts).maxRelativeError()
          };
        }

        /** An output, the same by hand, and whether the new loop computed it. */
        public static double[] row() {
          RowImpl net = new RowImpl(2);
          double[] parameters = new double[43];
          double[] x = new double[42];
          double byHand = 0;
          for (int i = 0; i < 43; i++) {
            parameters[i] = Math.sin(i + 1);
            if (i < 42) {
              x[i] = Math.cos(3 * i);
            }
            byHand += parameters[i] * (i < 42 ? x[i] : 1);
          }
          net.setParameters(parameters);
          boolean isNew = net.topology().cost().loopShapes().get(0).contains("partial sums");
          return new double[] {net.forward(x)[0], byHand, isNew ? 1 : 0};
        }
      }
      """;

  @TempDir Path folder;

  @Test
  void theyApplyCompileAndWork() throws Exception {
    List<Page.Block> diffs = Page.of("CONTRIBUTING.md").blocks("diff");
    assertThat(diffs).hasSize(5);
    Path classes = Files.createDirectory(folder.resolve("classes"));
    String classPath = System.getProperty("java.class.path");
    compile(patched(diffs), classPath, classes, null);
    List<URL> path = new ArrayList<>(List.of(classes.toUri().toURL()));
    for (String entry : classPath.split(File.pathSeparator)) {
      path.add(Path.of(entry).toUri().toURL());
    }
    ClassLoader platform = ClassLoader.getPlatformClassLoader();
    try (URLClassLoader loader = new URLClassLoader(path.toArray(URL[]::new), platform)) {
      String patchedFirst = classes + File.pathSeparator + Modules.runtime();
      newKindsCompute(loader, patchedFirst);
      newMessageIsPrinted(loader, patchedFirst);
    }
    newLayerIsRight(classes + File.pathSeparator + classPath);
  }

  private void newKindsCompute(ClassLoader loader, String classPath) throws Exception {
    Path demo = Files.writeString(folder.resolve("Demo.java"), DEMO);
    Path output = Files.createDirectory(folder.resolve("demo"));
    compile(List.of(demo), classPath, output, processor(loader));
    double[] kinds = result("kinds", output, loader);
    assertThat(kinds[0]).isCloseTo(kinds[1], within(1e-12));
    assertThat(kinds[2]).isLessThan(1e-6);
    double[] row = result("row", output, loader);
    assertThat(row[0]).isCloseTo(row[1], within(1e-12));
    assertThat(row[2]).as("the new loop computed it").isEqualTo(1);
  }

  private void newMessageIsPrinted(ClassLoader loader, String classPath) throws Exception {
    Path fixture = folder.resolve("sources/processor/src/test/resources/bad/NameTwice.java");
    Expectation expected = Expectation.of(fixture).get(0);
    Path output = Files.createDirectory(folder.resolve("fixture"));
    List<String> options = new ArrayList<>(List.of("-cp", classPath, "-d", output.toString()));
    options.addAll(List.of(Sources.options(fixture)));
    StringWriter printed = new StringWriter();
    assertThat(run(List.of(fixture), options, processor(loader), printed)).isFalse();
    assertThat(printed.toString())
        .contains("NameTwice.java:" + expected.line() + ": error: " + expected.code())
        .contains(expected.text());
  }

  /** Graphs of layers, the new kind among them, by all oracles. */
  private void newLayerIsRight(String classPath) throws Exception {
    Path printed = folder.resolve("graphs.txt");
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--add-modules",
            "jdk.incubator.vector",
            "-cp",
            classPath,
            GraphRun.class.getName(),
            "1",
            "40");
    Process graphs =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile())
            .start();
    assertThat(graphs.waitFor(5, TimeUnit.MINUTES)).isTrue();
    assertThat(graphs.exitValue()).as("%s", Files.readString(printed)).isZero();
    assertThat(Files.readString(printed)).containsPattern("0 deviations, [1-9]\\d+ layers");
  }

  private static Processor processor(ClassLoader loader) throws ReflectiveOperationException {
    Class<?> processor = loader.loadClass(NetworkProcessor.class.getName());
    return (Processor) processor.getConstructor().newInstance();
  }

  private static double[] result(String method, Path output, ClassLoader parent) throws Exception {
    try (URLClassLoader loader = new URLClassLoader(new URL[] {output.toUri().toURL()}, parent)) {
      return (double[]) loader.loadClass("Demo").getMethod(method).invoke(null);
    }
  }

  /** The Java files that change, and those with a switch that may be over a type that does. */
  private List<Path> patched(List<Page.Block> diffs) throws IOException {
    Path sources = folder.resolve("sources");
    Set<Path> changed = new TreeSet<>();
    for (Page.Block diff : diffs) {
      changed.addAll(Patch.of(diff.code()).apply(ROOT, sources));
    }
    changed.removeIf(file -> !file.toString().contains("/java/"));
    String types =
        changed.stream()
            .map(file -> file.getFileName().toString().replace(".java", ""))
            .collect(Collectors.joining("|", "(?s).*\\b(", ")\\b.*"));
    List<Path> files = new ArrayList<>(changed);
    for (String module :
        List.of("runtime/core/src/main", "processor/src/main", "processor/src/test")) {
      try (Stream<Path> found = Files.walk(ROOT.resolve(module).resolve("java"))) {
        for (Path file : found.filter(path -> path.toString().endsWith(".java")).toList()) {
          String text = Files.readString(file);
          boolean mayDemand = text.contains("switch (") && text.matches(types);
          if (mayDemand && !changed.contains(sources.resolve(ROOT.relativize(file)))) {
            files.add(file);
          }
        }
      }
    }
    return files;
  }

  private static void compile(List<Path> files, String classPath, Path output, Processor processor)
      throws IOException {
    List<String> options = new ArrayList<>(List.of("-cp", classPath, "-d", output.toString()));
    options.addAll(List.of("-Xlint:all,-processing,-path,-auxiliaryclass", "-Werror"));
    StringWriter printed = new StringWriter();
    assertThat(run(files, options, processor, printed)).as("%s", printed).isTrue();
  }

  private static boolean run(
      List<Path> files, List<String> options, Processor processor, StringWriter printed)
      throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> all = new ArrayList<>(options);
    if (processor == null) {
      all.add("-proc:none");
    }
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              printed, manager, null, all, null, manager.getJavaFileObjectsFromPaths(files));
      if (processor != null) {
        task.setProcessors(List.of(processor));
      }
      return task.call();
    }
  }
}
