package io.github.gradsmith.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** After warming up no SIMD kernel is left to the interpreter, which would box every vector. */
@Isolated("warming up ends after a time")
class SimdCompiledTest {
  private static final Pattern COMPILED =
      Pattern.compile(".*\\s[1-4]\\s+demo\\.NetSimd::(\\w+) .*");

  @TempDir private Path folder;

  static List<Path> jdks() {
    return ForkedJvm.jdks();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void warmingUpCompilesEveryKernel(Path jdk) throws Exception {
    CompiledNetworks networks =
        CompiledNetworks.builder()
            .add(
                "Net",
                "FloatNetwork",
                "layers = {300, 83, 30, 10}, activation = {RELU, GELU, SIGMOID},"
                    + " simd = Simd.REQUIRED",
                "@Adam")
            .compileWithVectorApi();
    Set<String> kernels =
        Stream.of(networks.loader().loadClass("demo.NetSimd").getDeclaredMethods())
            .map(java.lang.reflect.Method::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(kernels).hasSizeGreaterThan(20);

    List<String> log = log(networks, jdk);

    assertThat(log).noneMatch(line -> line.contains("demo.Net") && line.contains("not compilable"));
    assertThat(compiled(log)).containsAll(kernels);
  }

  private List<String> log(CompiledNetworks networks, Path jdk)
      throws IOException, InterruptedException {
    List<String> options =
        List.of("--add-modules", "jdk.incubator.vector", "-Xbatch", "-XX:+PrintCompilation");
    return new ForkedJvm(networks, folder).run(jdk, options, WarmUpRun.class, "demo.NetImpl");
  }

  private static Set<String> compiled(List<String> log) {
    return log.stream()
        .map(COMPILED::matcher)
        .filter(Matcher::matches)
        .map(matcher -> matcher.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
