package io.github.gradsmith.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import io.github.gradsmith.internal.check.RuntimeVersion;
import java.util.List;
import java.util.function.Supplier;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A runtime of another version on the compile path, other classes on the processor path. */
class ForeignVersionsTest {
  private static final JavaFileObject NET =
      Sources.source(
          "demo.Net",
          "package demo;",
          "import io.github.gradsmith.*;",
          "@Network(layers = {2, 1}, activation = Activation.TANH)",
          "public interface Net extends FloatNetwork {}");

  private static JavaFileObject runtime(String field) {
    return Sources.source(
        "io.github.gradsmith.internal.check.RuntimeVersion",
        "package io.github.gradsmith.internal.check;",
        "public final class RuntimeVersion { " + field + " }");
  }

  @ParameterizedTest
  @EnumSource
  void anotherRuntimeIsAnErrorThatNamesBoth(Compilers compiler) {
    List<Diagnostic<? extends JavaFileObject>> found =
        compile(compiler, runtime("public static final String VERSION = \"0.0.9\";"));
    assertThat(found).hasSize(1);
    assertThat(found.get(0).getLineNumber()).isEqualTo(3);
    assertThat(found.get(0).getMessage(null))
        .contains(
            "GS070: gradsmith-runtime on the compile path is of version 0.0.9, but this"
                + " gradsmith-processor is of version "
                + RuntimeVersion.VERSION
                + ".")
        .contains("names io.github.gradsmith:gradsmith-runtime:" + RuntimeVersion.VERSION + ",");
  }

  @ParameterizedTest
  @EnumSource
  void aRuntimeThatDoesNotTellIsOlder(Compilers compiler) {
    assertThat(compile(compiler, runtime("")))
        .singleElement()
        .extracting(one -> one.getMessage(null))
        .asString()
        .contains("is of version an older one, which does not say its version, but this");
  }

  private static List<Diagnostic<? extends JavaFileObject>> compile(
      Compilers compiler, JavaFileObject runtime) {
    RecordingGeneration generation = new RecordingGeneration();
    Compilation compilation =
        compiler.with().withProcessors(new NetworkProcessor(generation)).compile(runtime, NET);
    assertThat(generation.models()).isEmpty();
    return Compilers.ours(compilation);
  }

  @Test
  void aClassThatIsMissingOrOfAnotherVersionIsNoDefectOfOurs() {
    assertThat(failing(() -> new NoSuchMethodError("Guava's")))
        .hadErrorContaining(
            "GS071: The processor failed on demo.Net, because other versions of its classes come"
                + " first on the processor path: java.lang.NoSuchMethodError: Guava's. Name"
                + " gradsmith-processor alone there")
        .inFile(NET)
        .onLine(4);
  }

  @Test
  void otherErrorsAreOurs() {
    assertThat(failing(() -> new AssertionError("never")))
        .hadErrorContaining("GS024: The processor failed on demo.Net; this is a defect");
    assertThat(failing(StackOverflowError::new)).hadErrorContaining("GS024");
  }

  private static Compilation failing(Supplier<Error> error) {
    return Compilers.JAVAC
        .with()
        .withProcessors(
            new NetworkProcessor(
                model -> {
                  throw error.get();
                }))
        .compile(NET);
  }
}
