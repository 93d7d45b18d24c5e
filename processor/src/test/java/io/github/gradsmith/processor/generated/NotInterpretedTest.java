package io.github.gradsmith.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** HotSpot's optimizing compiler takes every kernel of a network that trains, and keeps it. */
class NotInterpretedTest {
  /** The columns of {@code -XX:+PrintCompilation}: time, number, marks, level, method. */
  private static final Pattern LEVEL_4 =
      Pattern.compile("\\s*\\d+\\s+\\d+\\s+[sbn! ]*\\s4\\s+demo\\.DigitNetImpl::(\\w+) .*");

  private static final List<String> REFUSALS =
      List.of("COMPILE SKIPPED", "not compilable", "failed to compile", "out of nodes");

  @TempDir private Path folder;

  static List<Path> jdks() {
    return ForkedJvm.jdks();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void kernelsAreCompiled(Path jdk) throws IOException, InterruptedException {
    CompiledNetworks network =
        CompiledNetworks.builder()
            .add("DigitNet", "FloatNetwork", "layers = {784, 30, 10}, activation = SIGMOID")
            .compile();
    // -Xbatch: the program waits for the compiler, so that a busy machine makes no difference.
    List<String> log =
        new ForkedJvm(network, folder)
            .run(
                jdk,
                List.of("-Xbatch", "-XX:+PrintCompilation"),
                TrainingRun.class,
                "demo.DigitNetImpl",
                "6000");
    assertThat(compiled(log))
        .contains("forward2", "forward3", "delta3", "delta2", "accumulate2By5", "accumulate3By5");
    assertThat(log)
        .noneMatch(line -> line.contains("demo.") && REFUSALS.stream().anyMatch(line::contains));
  }

  /** Methods at level 4 when the program ends; code given up is logged as made not entrant. */
  private static Set<String> compiled(List<String> log) {
    Set<String> methods = new TreeSet<>();
    for (String line : log) {
      Matcher matcher = LEVEL_4.matcher(line);
      if (matcher.matches()) {
        if (line.contains("made not entrant")) {
          methods.remove(matcher.group(1));
        } else {
          methods.add(matcher.group(1));
        }
      }
    }
    return methods;
  }
}
