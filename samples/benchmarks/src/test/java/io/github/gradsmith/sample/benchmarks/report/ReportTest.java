package io.github.gradsmith.sample.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  @TempDir private Path folder;

  @BeforeAll
  static void withoutScreen() {
    System.setProperty("java.awt.headless", "true");
  }

  /** One round of one iteration, at a batch of ten: so many microseconds a call. */
  private static Measurement measurement(
      String contender, String backend, String kernels, double microseconds) {
    return new Measurement(
        contender,
        backend,
        kernels,
        "784-30-10",
        "float",
        "train-10",
        10,
        List.of(List.of(microseconds)),
        0.2,
        List.of(6.0));
  }

  private static RunResult run(String date, int feature) {
    return run(date, feature, 2.5);
  }

  private static RunResult run(String date, int feature, double load) {
    return new RunResult(
        date,
        "a JVM",
        feature,
        new Machine("a CPU", 2, 4096, "an OS"),
        "none",
        List.of(0.4, load),
        List.of(
            measurement("naive", "plain", "naive loops", 400),
            measurement("generated", "plain", "plain", 50),
            measurement("generated", "vector", "vector 256", 25),
            measurement("smile", "plain", "Smile 3.1.1, double", 1000)),
        List.of(new ProgramResult("NumPy", "784-30-10", "train-10", List.of(9.0, 11.0))),
        List.of(
            new LatencyResult("784-30-10", "plain", "plain", 1000, 2500, 3000, 6000),
            new LatencyResult("plain loop", "plain", "scalar", 1000, 2500, 2900, 5000)),
        List.of("limit.c: gcc is not installed"));
  }

  @Test
  void medianOfMediansIsDividedByTheBatch() {
    Measurement measurement =
        new Measurement(
            "generated",
            "plain",
            "plain",
            "784-30-10",
            "float",
            "train-10",
            10,
            List.of(
                List.of(30.0, 99.0, 20.0), List.of(50.0, 40.0, 60.0), List.of(10.0, 70.0, 80.0)),
            0,
            List.of());
    assertThat(measurement.microsecondsPerSample()).isEqualTo(5.0);
  }

  @Test
  void medianOfAnEvenNumberIsBetweenTheMiddleTwo() {
    assertThat(Median.of(List.of(4.0, 1.0, 3.0, 2.0))).isEqualTo(2.5);
    assertThatIllegalArgumentException().isThrownBy(() -> Median.of(List.of()));
  }

  @Test
  void numbersHaveThreeDigits() {
    assertThat(Numbers.significant(0.012345)).isEqualTo("0.0123");
    assertThat(Numbers.significant(0.1)).isEqualTo("0.100");
    assertThat(Numbers.significant(1)).isEqualTo("1.00");
    assertThat(Numbers.significant(45.67)).isEqualTo("45.7");
    assertThat(Numbers.significant(1234.5)).isEqualTo("1235");
    assertThat(Numbers.significant(0)).isEqualTo("0.00");
    assertThat(Numbers.ratio(30, 20)).isEqualTo("1.5 ×");
    assertThat(Numbers.ratio(300, 20)).isEqualTo("15 ×");
    assertThat(Numbers.bytes(0.4)).isEqualTo("0");
    assertThat(Numbers.bytes(415.7)).isEqualTo("416");
  }

  @Test
  void naiveTableHasRatiosAndKernels() {
    assertThat(new NaiveTable(run("2026-11-24", 17)).of("float"))
        .endsWith("| 784-30-10 | train-10 | 40.0 | 5.00 | 8.0 × | 2.50 | 16 × | vector 256 | 0 |\n")
        .hasLineCount(3);
    assertThat(new NaiveTable(run("2026-11-24", 17)).of("double")).isEmpty();
  }

  @Test
  void peersStandBesideBothBackends() {
    assertThat(new PeerTable(run("2026-11-24", 17)).text())
        .contains(
            "| Smile 3.1.1, double | 784-30-10 | train-10 | 100 | 5.00 | 20 × | 2.50 | 40 × |\n")
        .contains("| NumPy | 784-30-10 | train-10 | 10.0 | 5.00 | 2.0 × | 2.50 | 4.0 × |\n")
        .hasLineCount(4);
  }

  @Test
  void latencyIsComparedWithThePlainLoop() {
    assertThat(LatencyTable.of(run("2026-11-24", 17).latencies()))
        .contains("| 784-30-10 | plain | plain | 2500 | 3000 | 6000 | 1.20 |\n")
        .contains("| plain loop | plain | scalar | 2500 | 2900 | 5000 |  |\n");
  }

  @Test
  void runIsReadAsWritten() throws Exception {
    RunFiles files = new RunFiles(folder);
    files.write(run("2026-11-24", 17));
    assertThat(files.latest()).containsExactly(run("2026-11-24", 17));
    assertThat(folder.resolve("2026-11-24-jdk17.json")).isRegularFile();
  }

  @Test
  void newestRunOfEachJdkCounts() throws Exception {
    RunFiles files = new RunFiles(folder);
    files.write(run("2026-11-24", 25));
    files.write(run("2026-11-30", 17));
    files.write(run("2026-11-24", 17));
    Files.writeString(folder.resolve("other.json"), "no run");
    assertThat(files.latest())
        .extracting(RunResult::name)
        .containsExactly("2026-11-30-jdk17", "2026-11-24-jdk25");
  }

  @Test
  void pageNamesMachineAndWhatIsAbsent() {
    String page = Page.of(List.of(run("2026-11-24", 17), run("2026-11-24", 25)));
    assertThat(page)
        .contains("## JDK 17\n", "## JDK 25\n", "a JVM on a CPU, 2 cores, 4096 MiB")
        .contains("[Raw](2026-11-24-jdk25.json)", "- limit.c: gcc is not installed");
  }

  @Test
  void pageSaysWhenOthersWantedTheCores() {
    assertThat(Page.of(List.of(run("2026-11-24", 17))))
        .contains("as the rounds began: 0.4, 2.5.\n");
    assertThat(Page.of(List.of(run("2026-11-24", 17, 9.1))))
        .contains("as the rounds began: 0.4, 9.1. **Other programs competed for the cores");
  }

  @Test
  void plotHasBarsInTwoColours() throws Exception {
    new SpeedUpPlot("train-10").write(List.of(run("2026-11-24", 17)), folder);
    BufferedImage image = ImageIO.read(folder.resolve("train-10.png").toFile());
    assertThat(image.getWidth()).isEqualTo(900);
    long colours =
        java.util.stream.IntStream.range(0, image.getWidth())
            .map(x -> image.getRGB(x, 300))
            .filter(rgb -> (rgb & 0xff) != (rgb >> 8 & 0xff))
            .distinct()
            .count();
    assertThat(colours).isGreaterThanOrEqualTo(2);
  }

  @Test
  void plotOfATaskThatNobodyRanIsNotWritten() throws Exception {
    new SpeedUpPlot("forward").write(List.of(run("2026-11-24", 17)), folder);
    assertThat(folder.resolve("forward.png")).doesNotExist();
  }

  @Test
  void modelOfTheProcessorIsFound() throws Exception {
    Path cpuinfo = folder.resolve("cpuinfo");
    Files.writeString(cpuinfo, "processor\t: 0\nmodel name\t: Some CPU @ 3 GHz\ncores: 2\n");
    assertThat(Machine.cpuModel(cpuinfo)).isEqualTo("Some CPU @ 3 GHz");
    assertThat(Machine.cpuModel(folder.resolve("absent"))).isEqualTo(System.getProperty("os.arch"));
  }
}
