package io.github.gradsmith.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Fixtures of which the processor says nothing. */
class SilentFixturesTest {
  /** javac runs no processor when it finds a value in an annotation that nothing can mend. */
  private static final Set<String> UNPROCESSED =
      Set.of(
          "LayerOfOtherType",
          "LayerWithoutUnits",
          "NotConstant",
          "UnknownActivation",
          "UnknownLoss",
          "UnknownNesterov",
          "UnknownQualifiedActivation",
          "UnknownSimd",
          "WrongType");

  /** No network, and an interface that no class can implement. */
  private static final Set<String> WITHOUT_CLASS =
      Set.of("UnknownEpsilonWithoutNetwork", "UnknownParameter", "UnknownReplica");

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

  /** One wrong name is one error, however often the generated class is used. */
  @TestFactory
  Stream<DynamicTest> usesAreNoErrorsMore() {
    return withEachCompiler("broken", SilentFixturesTest::leavesUsesAlone);
  }

  private static void leavesUsesAlone(Compilers compiler, Path fixture) {
    String name = fixture.getFileName().toString().replace(".java", "");
    boolean cannot = compiler == Compilers.JAVAC && UNPROCESSED.contains(name);
    if (!cannot && !WITHOUT_CLASS.contains(name)) {
      assertThat(errors(compiler.compileWithUse(fixture)))
          .isEqualTo(errors(compiler.compile(fixture)));
    }
  }

  private static List<String> errors(Compilation compilation) {
    return compilation.errors().stream()
        .map(error -> error.getLineNumber() + ": " + error.getMessage(null))
        .toList();
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
