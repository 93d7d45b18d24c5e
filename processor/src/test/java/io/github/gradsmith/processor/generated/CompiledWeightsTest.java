package io.github.gradsmith.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import io.github.gradsmith.DoubleNetwork;
import io.github.gradsmith.DoublePredictor;
import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.npz.Npz;
import io.github.gradsmith.processor.NetworkProcessor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network whose weights were compiled in has those of the file, and needs no file to run. */
class CompiledWeightsTest {
  private static final String FLOATS = "layers = {30, 20, 5}, activation = TANH";
  private static final String DOUBLES = "layers = {9, 7, 3}, activation = {RELU, SIGMOID}";
  private static final String LARGE = "layers = {1000, 1100, 2}, activation = SIGMOID";

  @TempDir private static Path folder;

  private static FloatNetwork floats;
  private static DoubleNetwork doubles;
  private static FloatNetwork large;
  private static CompiledNetworks networks;

  @BeforeAll
  static void compile() throws Exception {
    CompiledNetworks seeds =
        CompiledNetworks.builder()
            .add("Floats", "FloatNetwork", FLOATS)
            .add("Doubles", "DoubleNetwork", DOUBLES)
            .add("Large", "FloatNetwork", LARGE)
            .compile();
    floats = seeds.floats("Floats", 7);
    doubles = seeds.doubles("Doubles", 8);
    large = seeds.floats("Large", 9);
    floats.save(folder.resolve("floats.safetensors"));
    doubles.save(folder.resolve("doubles.safetensors"));
    large.save(folder.resolve("large.safetensors"));
    Npz.of(floats).write(folder.resolve("floats.npz"));
    networks =
        CompiledNetworks.builder()
            .add("Floats", "FloatNetwork", FLOATS + ", weights = \"floats.safetensors\"")
            .add("FromNumPy", "FloatNetwork", FLOATS + ", weights = \"floats.npz\"")
            .add("Doubles", "DoublePredictor", DOUBLES + ", weights = \"doubles.safetensors\"")
            .add("Large", "FloatNetwork", LARGE + ", weights = \"large.safetensors\"")
            .compile("--release", "11", "-Agradsmith.weightsDir=" + folder);
  }

  private static Object create(String name) throws ReflectiveOperationException {
    return networks.loader().loadClass("demo." + name + "Impl").getConstructor().newInstance();
  }

  @Test
  void floatsHaveTheBitsOfTheFile() throws Exception {
    assertThat(parameters((FloatNetwork) create("Floats"))).isEqualTo(parameters(floats));
    assertThat(parameters((FloatNetwork) create("FromNumPy"))).isEqualTo(parameters(floats));
  }

  @Test
  void doublesHaveTheBitsOfTheFile() throws Exception {
    double[] expected = new double[doubles.parameterCount()];
    doubles.getParameters(expected);
    double[] actual = new double[expected.length];
    ((DoublePredictor) create("Doubles")).getParameters(actual);
    assertThat(actual).isEqualTo(expected);
  }

  /** More than 4 MB: the class names a resource beside it. */
  @Test
  void manyWeightsAreAResource() throws Exception {
    assertThat(networks.resource("demo/Large.weights")).hasSizeGreaterThan(4 << 20);
    assertThat(parameters((FloatNetwork) create("Large"))).isEqualTo(parameters(large));
  }

  /** GraalVM takes resources into an image that such a file names, and no others. */
  @Test
  void aResourceIsNamedForNativeImages() {
    byte[] written =
        networks.resource(
            "META-INF/native-image/io.github.gradsmith/demo.LargeImpl/resource-config.json");
    Matcher pattern =
        Pattern.compile("\\{\"resources\": \\{\"includes\": \\[\\{\"pattern\": \"(.+)\"}]}}\n")
            .matcher(new String(written, StandardCharsets.UTF_8));
    assertThat(pattern.matches()).isTrue();
    String unescaped = pattern.group(1).replace("\\\\", "\\");
    assertThat("demo/Large.weights").matches(unescaped);
    assertThat("demo/LargeXweights").doesNotMatch(unescaped);
  }

  @Test
  void aDamagedResourceIsRefused() throws Exception {
    byte[] intact = networks.resource("demo/Large.weights").clone();
    byte[] flipped = intact.clone();
    flipped[intact.length / 2] ^= 4;
    byte[] other = intact.clone();
    other[20] ^= 1; // within the hash of the topology
    refused(flipped, "is damaged: its checksum is not that of its content");
    refused(other, "belongs to another network");
    refused(Arrays.copyOf(intact, intact.length - 1), "has another size");
    refused(Arrays.copyOf(intact, intact.length + 1), "has another size");
  }

  private static void refused(byte[] content, String message) {
    Class<?> type = networks.typeWithResource("demo.LargeImpl", "demo/Large.weights", content);
    assertThatThrownBy(() -> type.getConstructor().newInstance())
        .cause()
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(message);
  }

  /**
   * As PyTorch's {@code state_dict} has them, under names of one's own; found beside the source.
   */
  @Test
  void filesStandBesideTheSource(@TempDir Path sources) throws Exception {
    Files.copy(
        Path.of(
            CompiledWeightsTest.class.getResource("/bad/weights/sequential.safetensors").toURI()),
        sources.resolve("net.safetensors"));
    Path source =
        Files.writeString(
            sources.resolve("Net.java"),
            "@io.github.gradsmith.Network(layers = {2, 3, 1}, activation ="
                + " io.github.gradsmith.Activation.IDENTITY, weights = \"net.safetensors\", names ="
                + " {\"0\", \"2\"}) interface Net extends io.github.gradsmith.FloatPredictor {}");
    JavaFileObject file = JavaFileObjects.forResource(source.toUri().toURL());

    Compilation compilation = Compiler.javac().withProcessors(new NetworkProcessor()).compile(file);

    assertThat(compilation.errors()).isEmpty();
    assertThat(compilation.generatedSourceFile("NetWeights")).isPresent();
  }

  private static float[] parameters(FloatNetwork network) {
    float[] parameters = new float[network.parameterCount()];
    network.getParameters(parameters);
    return parameters;
  }
}
