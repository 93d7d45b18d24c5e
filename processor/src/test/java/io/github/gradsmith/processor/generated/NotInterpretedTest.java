package io.github.gradsmith.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** HotSpot's optimizing compiler takes every kernel of a network that trains, and keeps it. */
@Isolated("warming up ends after a time")
class NotInterpretedTest {
  /** The columns of {@code -XX:+PrintCompilation}: time, number, marks, level, method. */
  private static final Pattern COMPILATION =
      Pattern.compile("\\s*\\d+\\s+\\d+\\s+[sbn! ]*\\s([1-4])\\s+demo\\.(\\w+)Impl::(\\w+) .*");

  private static final List<String> REFUSALS =
      List.of("COMPILE SKIPPED", "not compilable", "failed to compile", "out of nodes");

  /**
   * Private methods for files, and a question without a loop whose own code JDK 25 does not always
   * keep, probably because it is inlined; the loops of packing are the runtime's.
   */
  private static final Pattern RARE = Pattern.compile("flat|checkpoint|pack");

  private static final CompiledNetworks NETWORKS =
      CompiledNetworks.builder()
          .add("Digit", "FloatNetwork", "layers = {784, 30, 10}, activation = SIGMOID")
          .add("Wide", "FloatNetwork", "layers = {300, 400, 10}, activation = RELU", "@Adam")
          .add("Tiny", "FloatNetwork", "layers = {2, 3, 2}, activation = TANH")
          .add("Deep", "FloatNetwork", deep())
          .compile();

  @TempDir private Path folder;

  private static String deep() {
    int[] widths = Collections.nCopies(64, 9).stream().mapToInt(Integer::intValue).toArray();
    return CompiledNetworks.layers(widths) + ", activation = LEAKY_RELU";
  }

  static List<Path> jdks() {
    return ForkedJvm.jdks();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void kernelsAreCompiled(Path jdk) throws IOException, InterruptedException {
    List<String> log = log(jdk, TrainingRun.class, "demo.DigitImpl", "6000");
    assertThat(compiled(log, "Digit", 4))
        .contains("forward2", "forward3", "delta3", "delta2", "accumulate2By5", "accumulate3By5");
  }

  /** A single call: after it every method that a step runs is compiled, the kernels for good. */
  @ParameterizedTest
  @MethodSource("jdks")
  void warmingUpCompilesAllThatComputes(Path jdk) throws IOException, InterruptedException {
    for (String network : List.of("Digit", "Wide", "Tiny", "Deep")) {
      List<String> log = log(jdk, WarmUpRun.class, "demo." + network + "Impl");
      Set<String> computing = computing(network);
      assertThat(computing).hasSizeGreaterThan(10);
      Set<String> atAnyLevel = new TreeSet<>();
      for (int level = 1; level <= 4; level++) {
        atAnyLevel.addAll(compiled(log, network, level));
      }
      assertThat(atAnyLevel).as(network).containsAll(computing);
      assertThat(compiled(log, network, 4))
          .as(network)
          .containsAll(
              computing.stream()
                  .filter(name -> name.matches("(forward|sums|delta)\\d+|accumulate\\d+By\\d"))
                  // In layers that go block by block the loops of forward are those of sums.
                  .filter(
                      name ->
                          !computing.contains(name.replace("forward", "sums"))
                              || name.startsWith("sums"))
                  .collect(Collectors.toSet()));
    }
  }

  /** The private methods of a class, which are its kernels and what joins them. */
  private static Set<String> computing(String network) {
    try {
      return Stream.of(NETWORKS.loader().loadClass("demo." + network + "Impl").getDeclaredMethods())
          .filter(method -> java.lang.reflect.Modifier.isPrivate(method.getModifiers()))
          .map(java.lang.reflect.Method::getName)
          .filter(name -> !RARE.matcher(name).matches())
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  /** {@code -Xbatch}: the program waits for the compiler, however busy the machine. */
  private List<String> log(Path jdk, Class<?> main, String... arguments)
      throws IOException, InterruptedException {
    List<String> options = List.of("-Xbatch", "-XX:+PrintCompilation");
    List<String> log = new ForkedJvm(NETWORKS, folder).run(jdk, options, main, arguments);
    assertThat(log)
        .noneMatch(line -> line.contains("demo.") && REFUSALS.stream().anyMatch(line::contains));
    return log;
  }

  /** Methods at a level when the program ends; code given up is logged as made not entrant. */
  private static Set<String> compiled(List<String> log, String network, int level) {
    Map<String, Boolean> methods = new TreeMap<>();
    for (String line : log) {
      Matcher matcher = COMPILATION.matcher(line);
      if (matcher.matches()
          && matcher.group(1).equals(Integer.toString(level))
          && matcher.group(2).equals(network)) {
        methods.put(matcher.group(3), !line.contains("made not entrant"));
      }
    }
    methods.values().removeIf(entrant -> !entrant);
    return methods.keySet();
  }
}
