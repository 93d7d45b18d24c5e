package io.github.gradsmith.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import io.github.gradsmith.Activation;
import io.github.gradsmith.Initializer;
import io.github.gradsmith.Loss;
import io.github.gradsmith.Simd;
import io.github.gradsmith.processor.kind.registry.Layers;
import io.github.gradsmith.processor.model.ActivationChoice;
import io.github.gradsmith.processor.model.InputModel;
import io.github.gradsmith.processor.model.LayerModel;
import io.github.gradsmith.processor.model.LossChoice;
import io.github.gradsmith.processor.model.NetworkModel;
import io.github.gradsmith.processor.model.OptimizerChoice;
import io.github.gradsmith.processor.model.Precision;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The processor as compilers see it, and the models that it makes. */
class NetworkProcessorTest {
  private static final JavaFileObject NET =
      network("Net", "layers = {2, 3, 1}, activation = Activation.TANH", "FloatNetwork");

  private static JavaFileObject network(String name, String values, String extended) {
    return Sources.source(
        "demo." + name,
        "package demo;",
        "import io.github.gradsmith.*;",
        "@Network(" + values + ")",
        "public interface " + name + " extends " + extended + " {}");
  }

  private static Compilation compile(
      RecordingGeneration generation, String option, JavaFileObject... files) {
    return Compilers.JAVAC
        .with("-Xlint:all,-processing", "-Werror", "-Agradsmith.generatedAnnotation=" + option)
        .withProcessors(new NetworkProcessor(generation))
        .compile(files);
  }

  @ParameterizedTest
  @EnumSource
  void theModelIsWhatTheDeclarationMeans(Compilers compiler) {
    RecordingGeneration generation = new RecordingGeneration();
    JavaFileObject file =
        network(
            "Net",
            "layers = {2, 3, 4, 5}, activation = {Activation.RELU, Activation.TANH,"
                + " Activation.SOFTMAX}, loss = Loss.CROSS_ENTROPY,"
                + " initializer = Initializer.HE_NORMAL",
            "DoublePredictor");
    compiler.with().withProcessors(new NetworkProcessor(generation)).compile(file);
    Initializer he = Initializer.HE_NORMAL;
    assertThat(generation.models())
        .containsExactly(
            new NetworkModel(
                "demo",
                List.of("Net"),
                true,
                Precision.DOUBLE,
                false,
                InputModel.ofChain(2),
                List.of(
                    Layers.dense(2, 2, 3, new ActivationChoice.Named(Activation.RELU), he),
                    Layers.dense(3, 3, 4, new ActivationChoice.Named(Activation.TANH), he),
                    Layers.dense(4, 4, 5, new ActivationChoice.Named(Activation.SOFTMAX), he)),
                new LossChoice.Named(Loss.CROSS_ENTROPY),
                OptimizerChoice.PLAIN,
                Optional.empty(),
                Optional.empty(),
                Simd.AUTO,
                false,
                Set.of(),
                true,
                false,
                Optional.empty()));
  }

  @Test
  void oneActivationIsRepeatedAndDefaultsAreTaken() {
    RecordingGeneration generation = new RecordingGeneration();
    compile(generation, "true", NET);
    NetworkModel model = generation.models().get(0);
    assertThat(model.layers())
        .extracting(LayerModel::activation)
        .containsOnly(new ActivationChoice.Named(Activation.TANH));
    assertThat(model.layers())
        .extracting(LayerModel::initializer)
        .containsExactly(Initializer.AUTO, Initializer.AUTO);
    assertThat(model.loss()).isEqualTo(new LossChoice.Named(Loss.HALF_SQUARED_ERROR));
    assertThat(model.precision()).isEqualTo(Precision.FLOAT);
    assertThat(model.trains()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "public class Out, public interface In, true",
    "public interface Out, interface In, true",
    "class Out, public interface In, false",
    "public class Out, interface In, false",
    "public class Out, protected interface In, false",
    "interface Out, interface In, false"
  })
  void aNestedNetworkIsAsVisibleAsItEffectivelyIs(String outer, String inner, boolean isPublic) {
    for (Compilers compiler : Compilers.values()) {
      RecordingGeneration generation = new RecordingGeneration();
      JavaFileObject file =
          Sources.source(
              "Out",
              "import io.github.gradsmith.*;",
              outer + " { @Network(layers = {1, 1}, activation = Activation.RELU)",
              inner + " extends FloatNetwork {} }");
      compiler.with().withProcessors(new NetworkProcessor(generation)).compile(file);
      NetworkModel model = generation.models().get(0);
      assertThat(model.isPublic()).as("%s", compiler).isEqualTo(isPublic);
      assertThat(model.nesting()).containsExactly("Out", "In");
      assertThat(model.packageName()).isEmpty();
    }
  }

  @Test
  void warnsOfNothingUnderAllLints() {
    assertThat(compile(new RecordingGeneration(), "true", NET)).succeededWithoutWarnings();
  }

  @Test
  void anOptionLeavesTheGeneratedAnnotationOut() {
    RecordingGeneration generation = new RecordingGeneration();
    compile(generation, "true", NET);
    compile(generation, "false", NET);
    assertThat(generation.models())
        .extracting(NetworkModel::markGenerated)
        .containsExactly(true, false);
  }

  @Test
  void anotherValueOfTheOptionIsAnError() {
    RecordingGeneration generation = new RecordingGeneration();
    Compilation compilation = compile(generation, "flase", NET);
    assertThat(compilation)
        .hadErrorContaining(
            "GS021: The option -Agradsmith.generatedAnnotation is 'flase', but it takes 'true' (the"
                + " default) or 'false'. Did you mean 'false'?")
        .inFile(NET)
        .onLine(3)
        .atColumn(1);
    assertThat(generation.models()).isEmpty();
  }

  @Test
  void aNetworkOfGeneratedTypesWaitsForThem() {
    RecordingGeneration generation = new RecordingGeneration();
    JavaFileObject waiting =
        network(
            "Waiting",
            "layers = {Later.IN, 1}, activation = Activation.TANH",
            "FloatNetwork, Later");
    Compilation compilation =
        Compilers.JAVAC
            .with()
            .withProcessors(
                new NetworkProcessor(generation),
                new OtherProcessor("demo.Later", "package demo; interface Later { int IN = 7; }"))
            .compile(waiting);
    assertThat(compilation).succeeded();
    assertThat(generation.models().get(0).layers().get(0).inputs()).isEqualTo(7);
  }

  /** Who is asked after us sees our annotations, too. */
  @ParameterizedTest
  @EnumSource
  void nothingIsClaimed(Compilers compiler) {
    List<String> seen = new ArrayList<>();
    OtherProcessor other =
        new OtherProcessor("demo.Later", "package demo; interface Later {}") {
          @Override
          public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            annotations.forEach(annotation -> seen.add(annotation.getQualifiedName().toString()));
            return super.process(annotations, round);
          }
        };
    compiler
        .with()
        .withProcessors(new NetworkProcessor(new RecordingGeneration()), other)
        .compile(NET);
    assertThat(seen).contains("io.github.gradsmith.Network");
  }

  @Test
  void aDefectOfOursIsReportedAtTheInterface() {
    Compilation compilation =
        Compilers.JAVAC
            .with()
            .withProcessors(
                new NetworkProcessor(
                    model -> {
                      throw new IllegalStateException("out of letters");
                    }))
            .compile(NET);
    assertThat(compilation)
        .hadErrorContaining(
            "GS024: The processor failed on demo.Net; this is a defect in Gradsmith, not in your"
                + " code. Please report it with this interface and this text:"
                + " java.lang.IllegalStateException: out of letters at ")
        .inFile(NET)
        .onLine(4)
        .atColumn(8);
    assertThat(compilation).hadErrorCount(1);
  }

  @Test
  void aConstantOfANewerRuntimeIsNamed() {
    JavaFileObject newer =
        Sources.source(
            "io.github.gradsmith.Activation",
            "package io.github.gradsmith;",
            "public enum Activation { SIGMOID, SWISH_OF_TOMORROW }");
    JavaFileObject net =
        network(
            "Net",
            "layers = {2, 1, 1}, activation = {Activation.SIGMOID, Activation.SWISH_OF_TOMORROW}",
            "FloatNetwork");
    RecordingGeneration generation = new RecordingGeneration();
    assertThat(compile(generation, "true", newer, net))
        .hadErrorContaining("GS023: This processor does not know Activation.SWISH_OF_TOMORROW.")
        .inFile(net)
        .onLine(3)
        .atColumn(74);
    assertThat(generation.models()).isEmpty();
  }

  /** Or else no class would come out, and nobody would say so. */
  @Test
  void anAttributeThatAnOlderRuntimeLacksIsNamed() {
    JavaFileObject older =
        Sources.source(
            "io.github.gradsmith.Network",
            "package io.github.gradsmith;",
            "public @interface Network { int[] layers(); Activation[] activation(); }");
    RecordingGeneration generation = new RecordingGeneration();
    assertThat(compile(generation, "true", older, NET))
        .hadErrorContaining("GS023: This processor does not know @Network without loss.")
        .inFile(NET)
        .onLine(3);
    assertThat(generation.models()).isEmpty();
  }

  @Test
  void gradleMayCompileIncrementally() throws IOException {
    try (InputStream in =
        NetworkProcessor.class.getResourceAsStream(
            "/META-INF/gradle/incremental.annotation.processors")) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
          .isEqualTo(NetworkProcessor.class.getName() + ",isolating\n");
    }
  }
}
