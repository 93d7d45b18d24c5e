package io.github.gradsmith.sample.benchmarks.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ProgramsTest {
  private static final Path SOURCES = Path.of("src/peers");

  @TempDir private Path work;

  /** A shell script in the place of a tool. */
  private String script(String name, String... lines) throws Exception {
    Path file = work.resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file.toString();
  }

  @Test
  void linesAreRead() {
    assertThat(ProgramOutput.parse("784-30-10 forward 2.5\n784-30 read 0.8\n"))
        .containsExactly(
            new ProgramOutput("784-30-10", "forward", 2.5),
            new ProgramOutput("784-30", "read", 0.8));
  }

  @Test
  void otherLinesAreRefused() {
    for (String line :
        List.of("", "forward 2.5", "784-30-10 forward", "784-30-10 forward 2.5 us")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ProgramOutput.parse("784-30 read 1\n" + line + "\n"))
          .withMessageContaining("\"" + line + "\"");
    }
  }

  @Test
  void missingToolsAreSaidToBeAbsent() throws Exception {
    Programs programs = new Programs(SOURCES, work, "no-such-gcc", "no-such-python");
    programs.run();
    assertThat(programs.results()).isEmpty();
    assertThat(programs.absent())
        .containsExactly(
            "naive.c, gcc -O3 -march=native: no-such-gcc is not installed",
            "naive.c, gcc -O3 -march=native -ffast-math: no-such-gcc is not installed",
            "limit.c, AVX2 intrinsics: no-such-gcc is not installed",
            "NumPy: no-such-python is not installed");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void failingCompilerAndMissingNumPyAreSaidToBeAbsent() throws Exception {
    String gcc = script("gcc", "echo error: no AVX2 here", "exit 1");
    String python = script("python", "echo \"No module named 'numpy'\" >&2", "exit 1");
    Programs programs = new Programs(SOURCES, work, gcc, python);
    assertThat(programs.absent())
        .hasSize(4)
        .contains("limit.c, AVX2 intrinsics: " + gcc + " failed: error: no AVX2 here")
        .contains("NumPy: " + python + " failed: No module named 'numpy'");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void everyRunAddsAValue() throws Exception {
    String python =
        script("python", "case \"$1\" in -c) echo 9.9;; *) echo 784-30-10 train-10 4.5;; esac");
    Programs programs = new Programs(SOURCES, work, "no-such-gcc", python);
    programs.run();
    programs.run();
    assertThat(programs.results()).hasSize(1);
    assertThat(programs.results().get(0).program()).isEqualTo("NumPy 9.9, 1 thread");
    assertThat(programs.results().get(0).microsecondsPerSample()).containsExactly(4.5, 4.5);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void programThatFailsLaterIsAbsentFromThen() throws Exception {
    String python = script("python", "case \"$1\" in -c) echo 9.9;; *) exit 3;; esac");
    Programs programs = new Programs(SOURCES, work, "no-such-gcc", python);
    programs.run();
    programs.run();
    assertThat(programs.results()).isEmpty();
    assertThat(programs.absent()).contains("NumPy 9.9, 1 thread: " + python + " failed: no word");
  }
}
