package io.github.gradsmith.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Fixtures of which the processor says nothing. */
class SilentFixturesTest {
  /** Correct interfaces get an implementation, without a word. */
  @TestFactory
  Stream<DynamicTest> goodInterfacesGetImplementations() {
    return withEachCompiler("good", SilentFixturesTest::generatesSilently);
  }

  /**
   * What the compiler cannot understand it reports itself; nothing is added and nothing generated.
   */
  @TestFactory
  Stream<DynamicTest> errorsOfOthersAreLeftToTheCompiler() {
    return withEachCompiler("broken", SilentFixturesTest::leavesToCompiler);
  }

  private static void generatesSilently(Compilers compiler, Path fixture) {
    RecordingGeneration generation = new RecordingGeneration();
    Compilation compilation = compiler.compile(fixture, generation);
    assertThat(Compilers.ours(compilation))
        .extracting(diagnostic -> diagnostic.getMessage(null))
        .isEmpty();
    long annotated =
        Sources.lines(fixture).stream().filter(l -> l.strip().startsWith("@Network")).count();
    assertThat(generation.models()).hasSize((int) annotated);
    assertThat(compilation.errors()).isEmpty();
  }

  private static void leavesToCompiler(Compilers compiler, Path fixture) {
    RecordingGeneration generation = new RecordingGeneration();
    Compilation compilation = compiler.compile(fixture, generation);
    assertThat(Compilers.ours(compilation))
        .extracting(diagnostic -> diagnostic.getMessage(null))
        .isEmpty();
    assertThat(compilation.status()).isEqualTo(Compilation.Status.FAILURE);
    boolean readable = fixture.endsWith("ErrorElsewhere.java");
    assertThat(generation.models()).hasSize(readable ? 1 : 0);
  }

  private static Stream<DynamicTest> withEachCompiler(String folder, Check check) {
    List<Path> fixtures = Sources.in(folder);
    assertThat(fixtures).isNotEmpty();
    return Stream.of(Compilers.values())
        .flatMap(
            compiler ->
                fixtures.stream()
                    .map(
                        fixture ->
                            DynamicTest.dynamicTest(
                                compiler + " " + fixture.getFileName(),
                                () -> check.run(compiler, fixture))));
  }

  private interface Check {
    void run(Compilers compiler, Path fixture);
  }
}
