package io.github.gradsmith.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.tools.JavaFileObject;
import org.gradle.fake.WrappedEnvironment;
import org.jetbrains.jps.javac.APIWrappers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files beside the source are found where build tools put themselves before the compiler. */
class WrappedEnvironmentsTest {
  private static final Path MODEL =
      Path.of("src", "test", "resources", "onnx", "relu-softmax.onnx");

  @TempDir private Path folder;
  private JavaFileObject net;

  @BeforeEach
  void aNetworkBesideItsModel() throws IOException {
    Path source = folder.resolve("Net.java");
    Files.writeString(
        source,
        """
        import io.github.gradsmith.*;

        @Network(model = "net.onnx")
        public interface Net extends FloatPredictor {}
        """);
    Files.copy(MODEL, folder.resolve("net.onnx"));
    net = Sources.fileObject(source);
  }

  static List<UnaryOperator<ProcessingEnvironment>> wrappers() {
    UnaryOperator<ProcessingEnvironment> gradle = WrappedEnvironment::new;
    UnaryOperator<ProcessingEnvironment> intellij =
        inner -> APIWrappers.wrap(ProcessingEnvironment.class, inner);
    return List.of(
        gradle,
        intellij,
        inner -> gradle.apply(intellij.apply(inner)),
        inner -> intellij.apply(gradle.apply(inner)));
  }

  @ParameterizedTest
  @MethodSource("wrappers")
  void theEnvironmentBehindIsAsked(UnaryOperator<ProcessingEnvironment> wrapper) {
    assertThat(compile(wrapper)).succeededWithoutWarnings();
  }

  /** Whoever wraps in another way hides the place, and the message does not ask for it. */
  @Test
  void aPlaceThatNobodyTellsIsNoAdvice() {
    Compilation compilation = compile(WrappedEnvironmentsTest::unknown);
    assertThat(compilation).hadErrorCount(1);
    assertThat(compilation)
        .hadErrorContaining(
            "This compiler does not tell where the source is, so say where the file is: compile"
                + " with -Agradsmith.weightsDir=<its folder>.");
    assertThat(compile(WrappedEnvironmentsTest::unknown, "-Agradsmith.weightsDir=" + folder))
        .succeeded();
  }

  /** There, the source is one that kapt made, beside which nobody puts a file. */
  @Test
  void kaptsStubsAreNoPlace() {
    Compilation compilation = compile(inner -> inner, "-Akapt.kotlin.generated=" + folder);
    assertThat(compilation).hadErrorContaining("This compiler does not tell where the source is");
  }

  private static ProcessingEnvironment unknown(ProcessingEnvironment inner) {
    return (ProcessingEnvironment)
        Proxy.newProxyInstance(
            ProcessingEnvironment.class.getClassLoader(),
            new Class<?>[] {ProcessingEnvironment.class},
            (proxy, method, arguments) -> {
              try {
                return method.invoke(inner, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private Compilation compile(UnaryOperator<ProcessingEnvironment> wrapper, String... options) {
    NetworkProcessor processor = new NetworkProcessor();
    Processor wrapped =
        (Processor)
            Proxy.newProxyInstance(
                Processor.class.getClassLoader(),
                new Class<?>[] {Processor.class},
                (proxy, method, arguments) -> {
                  if (method.getName().equals("init")) {
                    processor.init(wrapper.apply((ProcessingEnvironment) arguments[0]));
                    return null;
                  }
                  return method.invoke(processor, arguments);
                });
    return Compilers.JAVAC
        .with(
            Stream.concat(Stream.of("-Xlint:all,-processing"), Stream.of(options))
                .toArray(String[]::new))
        .withProcessors(wrapped)
        .compile(net);
  }
}
