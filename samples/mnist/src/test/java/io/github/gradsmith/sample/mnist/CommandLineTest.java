package io.github.gradsmith.sample.mnist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class CommandLineTest {
  @TempDir private Path directory;
  private Path weights;

  @BeforeEach
  void writeData() throws IOException {
    IdxBytes.writePaneles(directory, 20);
    weights = directory.resolve("w.safetensors");
  }

  @Test
  void theDefaultsAreThoseOfTheLecture() {
    CommandLine train = new CommandLine(new TrainCommand());

    assertThat(defaultOf(train, "--epochs")).isEqualTo("30");
    assertThat(defaultOf(train, "--batch")).isEqualTo("10");
    assertThat(defaultOf(train, "--rate")).isEqualTo("3.0");
    assertThat(defaultOf(train, "--seed")).isEqualTo("1");
    assertThat(defaultOf(train, "--output")).isEqualTo("digits.safetensors");
  }

  @Test
  void trainPrintsEpochsSavesAndEndsWithTheAccuracy() {
    CommandRun run = train("--epochs", "3", "--batch", "5");

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).doesNotContain("\r");
    assertThat(run.out().lines())
        .hasSize(7)
        .satisfies(
            lines -> {
              assertThat(lines.get(0)).isEqualTo(kernels() + " kernels");
              assertThat(lines.subList(1, 4))
                  .allMatch(line -> line.matches("epoch \\d/3  loss .* running .* accuracy .*"));
              assertThat(lines.get(4)).isEqualTo("all epochs done");
              assertThat(lines.get(5)).isEqualTo("weights saved to " + weights);
              assertThat(lines.get(6)).matches("test accuracy \\d+\\.\\d\\d %");
            });
    assertThat(weights).isRegularFile();
  }

  @Test
  void trainWritesAReportIfAsked() throws IOException {
    Path report = directory.resolve("report.html");

    CommandRun run = train("--epochs", "2", "--report", report.toString());

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("report written to " + report + "\n");
    assertThat(report).content().startsWith("<!DOCTYPE html>").contains("<h1>Digits</h1>");
  }

  @Test
  void aReportThatCannotBeWrittenIsFoundBeforeTraining() {
    Path report = directory.resolve("none").resolve("report.html");

    CommandRun run = train("--report", report.toString());

    assertOneLine(run, 1, report + ": cannot be written, ");
    assertThat(weights).doesNotExist();
  }

  @Test
  void testFindsTheAccuracyThatTrainingEndedWith() {
    String trained = lastLine(train("--epochs", "20"));

    CommandRun run = CommandRun.of("test", "--data", directory, "--weights", weights);

    assertThat(run.exitCode()).isZero();
    assertThat(lastLine(run)).isEqualTo(trained);
    assertThat(run.out().lines()).hasSize(13);
  }

  @Test
  void showDrawsTheDigitAndTheOutputs() {
    train("--epochs", "1");

    CommandRun run = CommandRun.of("show", "3", "--data", directory, "--weights", weights);

    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines())
        .hasSize(1 + 30 + 10 + 1)
        .contains("test image 3", "│" + "█".repeat(56) + "│")
        .last()
        .asString()
        .startsWith("label 3, answer ");
  }

  @ParameterizedTest
  @CsvSource({
    "train --epochs 0, '--epochs must be 1 or more, but is 0'",
    "train --epochs x, '''x'' is not an int'",
    "train --batch 0, '--batch must be 1 or more, but is 0'",
    "train --batch=-5, '--batch must be 1 or more, but is -5'",
    "train --rate 0, '--rate must be a number above 0, but is 0.0'",
    "train --rate=-1, '--rate must be a number above 0, but is -1.0'",
    "train --rate NaN, '--rate must be a number above 0, but is NaN'",
    "train --rate Infinity, '--rate must be a number above 0, but is Infinity'",
    "train --rate 1e99, '--rate must be a number above 0, but is Infinity'",
    "train --seed 1.5, '''1.5'' is not a long'",
    "train --simd fast, 'Invalid value for option ''--simd'': expected one of [AUTO, OFF]'",
    "train --frobnicate, 'Unknown option: ''--frobnicate'''",
    "show, 'Missing required parameter: ''N'''",
    "show four, '''four'' is not an int'",
    "frobnicate, 'Unmatched argument at index 0: ''frobnicate'''",
  })
  void badOptionsAreExplainedInOneLine(String words, String message) {
    CommandRun run = CommandRun.of((Object[]) words.split(" "));

    assertOneLine(run, 2, message);
    assertThat(run.err()).contains("--help");
  }

  @ParameterizedTest
  @CsvSource({
    "train --output=, '''--output'': the name is empty (see '",
    "train --report=, '''--report'': the name is empty (see '",
    "train --data=, '''--data'': the name is empty (see '",
    "test --weights=, '''--weights'': the name is empty (see '",
    "show 0 --weights=, '''--weights'': the name is empty (see '",
  })
  void namesMayNotBeEmpty(String words, String message) {
    assertOneLine(CommandRun.of((Object[]) words.split(" ")), 2, message);
  }

  @Test
  void anEmptyOutputIsRefusedAsAWordOfItsOwn() {
    CommandRun run = CommandRun.of("train", "--output", "", "--data", directory);

    assertOneLine(run, 2, "option '--output': the name is empty (see 'mnist train --help')");
  }

  @Test
  void aCommandMustBeGiven() {
    assertOneLine(CommandRun.of(), 2, "mnist: Missing required subcommand");
  }

  @ParameterizedTest
  @CsvSource({"20", "-1", "10000"})
  void thereIsNoSuchDigitToShow(String number) {
    train("--epochs", "1");

    CommandRun run = CommandRun.of("show", "--data", directory, "--weights", weights, "--", number);

    assertOneLine(run, 2, "N must be from 0 to 19, but is " + number);
  }

  @Test
  void aMissingWeightFileIsNamed() {
    assertOneLine(
        CommandRun.of("test", "--data", directory, "--weights", weights),
        1,
        "mnist test: " + weights + ": no such file; 'mnist train' writes one");
  }

  @Test
  void aFileThatHoldsNoWeightsIsNamed() throws IOException {
    Files.writeString(weights, "these are no weights");

    CommandRun run = CommandRun.of("show", "0", "--data", directory, "--weights", weights);

    assertOneLine(run, 1, "mnist show: " + weights + ": ");
    assertThat(run.err()).containsOnlyOnce(weights.toString());
  }

  @ParameterizedTest
  @CsvSource({"test", "show 0"})
  void theWeightsOfAnotherNetworkAreRefused(String words) throws IOException {
    new OtherNetImpl(1).save(weights);

    String[] command = (words + " --data " + directory + " --weights " + weights).split(" ");
    CommandRun run = CommandRun.of((Object[]) command);

    assertOneLine(run, 1, "mnist " + command[0] + ": " + weights + ": ");
    assertThat(run.err()).containsOnlyOnce(weights.toString());
    assertThat(run.err().substring(run.err().indexOf(".safetensors")))
        .contains("20") // found
        .contains("30"); // expected
  }

  @Test
  void aDamagedDataFileIsNamed() throws IOException {
    Path images = directory.resolve("train-images-idx3-ubyte.gz");
    Files.writeString(images, "these are no images");

    assertOneLine(train(), 1, "mnist train: " + images + ": not a sound gzip file");
    assertThat(weights).doesNotExist();
  }

  @Test
  void aMissingDataDirectoryIsNamed() {
    CommandRun run =
        CommandRun.of("train", "--data", directory.resolve("none"), "--output", weights);

    assertOneLine(run, 1, "none/train-images-idx3-ubyte.gz: no such file or directory");
  }

  @Test
  void anOutputThatCannotBeWrittenIsFoundBeforeTraining() {
    Path output = directory.resolve("none").resolve("w.safetensors");

    CommandRun run = CommandRun.of("train", "--data", directory, "--output", output);

    assertOneLine(run, 1, output + ": cannot be written, ");
    assertThat(run.err()).contains("none: no such file or directory");
  }

  @Test
  void anOutputThatIsADirectoryIsRefused() {
    CommandRun run = CommandRun.of("train", "--data", directory, "--output", directory);

    assertOneLine(run, 1, directory + ": cannot be written, it is not a regular file");
  }

  @Test
  void theCheckOfTheOutputLeavesNothingBehindAndKeepsWhatIsThere() throws IOException {
    Files.writeString(weights, "older weights");

    new OutputFile(weights).checkWritable();

    assertThat(weights).hasContent("older weights");
    try (var files = Files.list(directory)) {
      assertThat(files).hasSize(5);
    }
  }

  @Test
  void helpNamesEveryCommandAndDefault() {
    CommandRun run = CommandRun.of("--help");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("train", "test", "show");

    assertThat(CommandRun.of("train", "--help").out())
        .contains("default: 30", "default: 10", "default: 3.0", "default: digits.safetensors");
  }

  private static String kernels() {
    return DigitNet.create(1).topology().kernels();
  }

  private CommandRun train(String... options) {
    Object[] words = new Object[5 + options.length];
    words[0] = "train";
    words[1] = "--data";
    words[2] = directory;
    words[3] = "--output";
    words[4] = weights;
    System.arraycopy(options, 0, words, 5, options.length);
    return CommandRun.of(words);
  }

  private static void assertOneLine(CommandRun run, int exitCode, String message) {
    assertThat(run.exitCode()).isEqualTo(exitCode);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("mnist").contains(message).endsWith("\n");
    assertThat(run.err().lines()).hasSize(1);
  }

  private static String lastLine(CommandRun run) {
    return run.out().lines().reduce((before, last) -> last).orElseThrow();
  }

  private static String defaultOf(CommandLine command, String option) {
    return command.getCommandSpec().findOption(option).defaultValue();
  }
}
