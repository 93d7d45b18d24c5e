package io.github.gradsmith.sample.mnist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Interrupts a JVM of its own, where signals can be sent. */
@Timeout(120)
class InterruptTest {
  private static final int SIGINT = 2;

  @TempDir private Path directory;

  /** Plain, there is one JVM; otherwise there may be a second that trains. */
  @ParameterizedTest
  @CsvSource({"auto, false", "auto, true", "off, false"})
  void controlCSavesWhatHasBeenLearnt(String simd, boolean wholeGroup)
      throws IOException, InterruptedException {
    assumeTrue(canInterrupt(), "no SIGINT here");
    IdxBytes.writePaneles(directory, 200);
    Path weights = directory.resolve("w.safetensors");
    Path out = directory.resolve("out");
    Process process = train(weights, out, simd, wholeGroup);
    try {
      awaitLine(process, out);
      String target = (wholeGroup ? "-" : "") + process.pid();
      new ProcessBuilder("kill", "-INT", "--", target).start().waitFor();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }

    assertThat(process.exitValue()).isEqualTo(128 + SIGINT);
    List<String> lines = Files.readAllLines(out);
    assertThat(lines.get(lines.size() - 2)).matches("cancelled at step \\d+");
    assertThat(lines.get(lines.size() - 1)).isEqualTo("weights saved to " + weights);
    assertThat(Files.readString(out)).doesNotContain("\r", "Exception");
    DigitNet net = new WeightFile(weights).load();
    assertThat(ConfusionMatrix.of(net, Digits.test(DataSource.directory(directory))).accuracy())
        .isGreaterThan(10); // the share that guessing gets right
  }

  private Process train(Path weights, Path out, String simd, boolean ownGroup) throws IOException {
    List<String> command = new ArrayList<>(ownGroup ? List.of("setsid") : List.of());
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Mnist.class.getName()));
    command.addAll(List.of("train", "--epochs=1000000", "--simd=" + simd));
    command.addAll(List.of("--data=" + directory, "--output=" + weights));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(out.toFile())
        .start();
  }

  private static void awaitLine(Process process, Path out)
      throws IOException, InterruptedException {
    while (Files.readAllLines(out).size() < 50) {
      assertThat(process.isAlive()).as("still training").isTrue();
      Thread.sleep(20);
    }
  }

  /** A child inherits ignored signals, and a JVM that inherits SIGINT ignored leaves it so. */
  private static boolean canInterrupt() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return false;
    }
    String ignored =
        Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .findFirst()
            .orElseThrow();
    return !new BigInteger(ignored.substring(7).strip(), 16).testBit(SIGINT - 1);
  }
}
