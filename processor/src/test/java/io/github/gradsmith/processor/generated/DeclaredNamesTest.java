package io.github.gradsmith.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.FloatParallelTrainer;
import io.github.gradsmith.internal.parallel.FloatStepSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Modifier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Where an interface stands and what its members are called does not matter: the generated class
 * compiles without a warning and computes the same.
 */
class DeclaredNamesTest {
  private static final String IMPORTS =
      "import static io.github.gradsmith.Activation.*;\n"
          + "import io.github.gradsmith.FloatNetwork;\n"
          + "import io.github.gradsmith.Network;\n";
  private static final String NETWORK = "@Network(layers = {2, 40, 1}, activation = SIGMOID) ";

  private static CompiledNetworks networks;

  @BeforeAll
  static void compile() {
    networks =
        CompiledNetworks.builder()
            .add("Plain", "FloatNetwork", "layers = {2, 40, 1}, activation = SIGMOID")
            .source("Methods", METHODS)
            .source("Underscores", UNDERSCORES)
            .source("PlainAdam", ADAM + "public interface PlainAdam extends FloatNetwork {}")
            .source("Stepping", STEPPING)
            .source("PlainShared", SHARING + "public interface PlainShared extends FloatNetwork {}")
            .source("Shared", SHARED)
            .source("Taken", TAKEN)
            .source("State", ADAM + "public interface State extends FloatNetwork {}")
            .source(
                "Types",
                header() + "public interface Types extends FloatNetwork {" + MEMBER_TYPES + "}")
            .source("Own", header() + "public interface Own extends FloatNetwork {" + OWN + "}")
            .source("Choosing", CHOOSING)
            .source("Constants", CONSTANTS)
            .source("Topology", header() + "public interface Topology extends FloatNetwork {}")
            .source("Arguments", header() + "public interface Arguments extends FloatNetwork {}")
            .source("Hidden", header() + "interface Hidden extends FloatNetwork {}")
            .source("TypesAsConstants", TYPES_AS_CONSTANTS)
            .source("Base", BASE)
            .source("Old", OLD)
            .source("OldOuter", OLD_OUTER)
            .source("OldMethod", OLD_METHOD)
            .source("OldBase", OLD_BASE)
            .source("OldInherited", header() + "public interface OldInherited extends OldBase {}")
            .file("lang.Near", "package lang;\n" + IMPORTS + NETWORK + NEAR)
            .file("lang.Math", "package lang;\nclass Math {}")
            .file("lang.System", "package lang;\nclass System {}")
            .file("lang.Float", "package lang;\nclass Float {}")
            .file("lang.Override", "package lang;\n@interface Override {}")
            .source("Narrow", header() + "public interface Narrow extends Base {}")
            .source("Outer", OUTER)
            .file("Loose", IMPORTS + NETWORK + "public interface Loose extends FloatNetwork {}")
            .file(
                "far.away.Distant",
                "package far.away;\n"
                    + IMPORTS
                    + NETWORK
                    + "public interface Distant extends FloatNetwork {}")
            .compile();
  }

  private static String header() {
    return "package demo;\n" + IMPORTS + NETWORK;
  }

  /** Names, and where they can be, parameters of the generated class's own methods. */
  private static final String METHODS =
      header()
          + "public interface Methods extends FloatNetwork {\n"
          + "  default void forward2(float[] x, float[] z, float[] a) { x[0] = 99; }\n"
          + "  default void forward3(float[] x, float[] z, float[] a) { x[0] = 99; }\n"
          + "  default float loss3(float[] a, float[] t) { return 99; }\n"
          + "  default void delta3(float[] a, float[] t, float[] d) { a[0] = 99; }\n"
          + "  default void delta2(float[] next, float[] a, float[] d) { a[0] = 99; }\n"
          + "  default float backpropagate(float[] x, float[] t, int s) { return 99; }\n"
          + "  default double backpropagateTile(float[][] x, float[][] t, int a, int b)"
          + " { return 99; }\n"
          + "  default double meanGradient(float[][] x, float[][] t, int a, int b)"
          + " { return 99; }\n"
          + "  default void accumulate2(float[][] w, float[] b, float[][] x, int f, int c,"
          + " float s) { b[0] = 99; }\n"
          + "  default void accumulate2By5(float[][] w, float[] b, float[][] x, int f, int c,"
          + " float s) { b[0] = 99; }\n"
          + "  default void accumulate2By1(float[][] w, float[] b, float[] x, float[] d,"
          + " float s) { b[0] = 99; }\n"
          + "  default void accumulate3By1(float[][] w, float[] b, float[] x, float[] d,"
          + " float s) { b[0] = 99; }\n"
          + "  default void clear(float[][] gw, float[] gb) { gb[0] = 99; }\n"
          + "  default void descend(float[][] w, float[] b, float[][] gw, float[] gb, float r)"
          + " { b[0] = 99; }\n"
          + "  default float[] flat() { return new float[] {99}; }\n"
          + "  default void copyOut(float[][] w, float[] b, float[] flat, int o) { b[0] = 99; }\n"
          + "  default void copyIn(float[] flat, int o, float[][] w, float[] b) { b[0] = 99; }\n"
          + "}\n";

  private static final String ADAM =
      "package demo;\n" + IMPORTS + "@io.github.gradsmith.Adam " + NETWORK;

  /** What a network with an optimizer has beyond the others. */
  private static final String STEPPING =
      ADAM
          + "public interface Stepping extends FloatNetwork {\n"
          + "  default void step(float r) { setParameters(new float[161]); }\n"
          + "  default void stepLayer(float[][] w) { w[0] = null; }\n"
          + "  default void stepRow(float[] w) { w[0] = 99; }\n"
          + "  default Object checkpoint() { return null; }\n"
          + "  class State {}\n"
          + "  class Checkpoint {}\n"
          + "  class IntegerPowers {}\n"
          + "  float[][] state = {{99}};\n"
          + "  float c = 99, e = 99, k = 99, u = 99, r = 99;\n"
          + "}\n";

  private static final String SHARING =
      "package demo;\n"
          + IMPORTS
          + "@io.github.gradsmith.Adam @Network(layers = {600, 60, 1}, activation = SIGMOID)\n";

  /** What a network has beyond the others whose steps threads share. */
  private static final String SHARED =
      SHARING
          + "public interface Shared extends FloatNetwork {\n"
          + "  class ParallelStep {}\n"
          + "  class FloatParallelStep {}\n"
          + "  class FloatStepSource {}\n"
          + "  class LayerArrays {}\n"
          + "  float[][] parameters = {{99}}, gradient = {{99}}, m = {{99}}, v = {{99}};\n"
          + "  default double addMeanGradient(float[][] x, float[][] t, int a, int b)"
          + " { return 99; }\n"
          + "  default void stepRows(int from, int to, float rate) { loss(null, null); }\n"
          + "}\n";

  /** The trainer copies then. */
  private static final String TAKEN =
      SHARING
          + "public interface Taken extends FloatNetwork {\n"
          + "  default float[] parallelStep() { return new float[] {99}; }\n"
          + "}\n";

  /** The names to which the generated methods might yield are taken too. */
  private static final String UNDERSCORES =
      header()
          + "public interface Underscores extends FloatNetwork {\n"
          + "  default float[] flat() { return new float[] {99}; }\n"
          + "  default float[] flat_() { return new float[] {99}; }\n"
          + "  default float[] flat__() { return new float[] {99}; }\n"
          + "}\n";

  /** Types that the generated class uses by their simple names, some of them java.lang's. */
  private static final String MEMBER_TYPES =
      "  class Topology {}\n"
          + "  class Arguments {}\n"
          + "  class FloatMath {}\n"
          + "  class Sums {}\n"
          + "  class Arrays {}\n"
          + "  class WeightFile {}\n"
          + "  class InitialWeights {}\n"
          + "  class SeededRandom {}\n"
          + "  class Path {}\n"
          + "  class IOException {}\n"
          + "  class InputStream {}\n"
          + "  class OutputStream {}\n"
          + "  @interface Generated {}\n"
          + "  @interface Override {}\n"
          + "  class Math {}\n"
          + "  class Float {}\n"
          + "  class System {}\n"
          + "  class IllegalStateException {}\n";

  /** The names of the generated class itself and of those beside it. */
  private static final String OWN =
      "  class OwnImpl { public OwnImpl(long seed) {} }\n"
          + "  class OwnVector {}\n"
          + "  class OwnWeights {}\n";

  /** Code for RELU, SOFTMAX, CROSS_ENTROPY and classify names further types. */
  private static final String CHOOSING =
      "package demo;\n"
          + IMPORTS
          + "import static io.github.gradsmith.Loss.*;\n"
          + "@Network(layers = {250, 9, 3}, activation = {RELU, SOFTMAX}, loss = CROSS_ENTROPY)\n"
          + "public interface Choosing extends FloatNetwork {\n"
          + MEMBER_TYPES
          + "}\n";

  private static final String CONSTANTS =
      header()
          + "public interface Constants extends FloatNetwork {\n"
          + "  int TILE = 1;\n"
          + "  String TOPOLOGY = \"mine\";\n"
          + "  float[] w2 = {99};\n"
          + "  float[] b2 = {99};\n"
          + "  float[][] a3 = {{99}};\n"
          + "  float[] gw2 = {99};\n"
          + "  int s = 99, x = 99, count = 99, input = 99, loss = 99, scale = 99;\n"
          + "}\n";

  /** Where both could be meant, a name means the constant and not the type. */
  private static final String TYPES_AS_CONSTANTS =
      header()
          + "public interface TypesAsConstants extends FloatNetwork {\n"
          + "  int Topology = 99, Arguments = 99, FloatMath = 99, Sums = 99, Arrays = 99;\n"
          + "  int WeightFile = 99, InitialWeights = 99, SeededRandom = 99;\n"
          + "  int Math = 99, Float = 99, System = 99;\n"
          + "}\n";

  private static final String OLD =
      "package demo;\n"
          + IMPORTS
          + "@Deprecated(forRemoval = true)\n"
          + NETWORK
          + "public interface Old extends FloatNetwork {}\n";

  private static final String OLD_OUTER =
      "package demo;\n"
          + IMPORTS
          + "@Deprecated public interface OldOuter {\n"
          + NETWORK
          + "interface Inner extends FloatNetwork {}\n"
          + "}\n";

  private static final String OLD_METHOD =
      header()
          + "public interface OldMethod extends OldBase {\n"
          + "  @Deprecated @Override int classify(float[] input);\n"
          + "}\n";

  private static final String OLD_BASE =
      "package demo;\n"
          + IMPORTS
          + "public interface OldBase extends FloatNetwork {\n"
          + "  @Deprecated @Override void setParameters(float[] source);\n"
          + "}\n";

  /** Types of the own package go before those of java.lang. */
  private static final String NEAR = "public interface Near extends FloatNetwork {}";

  private static final String BASE =
      "package demo;\n"
          + IMPORTS
          + "public interface Base extends FloatNetwork {\n"
          + "  @Override Base replica();\n"
          + "  @Override float loss(float[] input, float[] target);\n"
          + "  default float[] flat() { return new float[] {99}; }\n"
          + "  class Math {}\n"
          + "}\n";

  private static final String OUTER =
      "package demo;\n"
          + IMPORTS
          + "public class Outer {\n"
          + NETWORK
          + "public interface Inner extends FloatNetwork {\n"
          + "    @Override Inner replica();\n"
          + "    static Inner create(long seed) { return new Outer_InnerImpl(seed); }\n"
          + "  }\n"
          + NETWORK
          + "protected interface Guarded extends FloatNetwork {}\n"
          + "  interface Middle {\n"
          + NETWORK
          + "interface Deep extends FloatNetwork { @Override Deep replica(); }\n"
          + "  }\n"
          + "}\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo.MethodsImpl",
        "demo.UnderscoresImpl",
        "demo.TypesImpl",
        "demo.OwnImpl",
        "demo.ConstantsImpl",
        "demo.TypesAsConstantsImpl",
        "demo.OldImpl",
        "demo.OldOuter_InnerImpl",
        "demo.OldMethodImpl",
        "demo.OldInheritedImpl",
        "lang.NearImpl",
        "demo.TopologyImpl",
        "demo.ArgumentsImpl",
        "demo.HiddenImpl",
        "demo.NarrowImpl",
        "demo.Outer_InnerImpl",
        "demo.Outer_GuardedImpl",
        "demo.Outer_Middle_DeepImpl",
        "LooseImpl",
        "far.away.DistantImpl"
      })
  void computesWhatAPlainInterfaceComputes(String implementation) throws Exception {
    assertComputesThatOf("Plain", implementation);
  }

  @ParameterizedTest
  @ValueSource(strings = {"demo.SteppingImpl", "demo.StateImpl"})
  void stepsAsAPlainInterfaceWithAnOptimizer(String implementation) throws Exception {
    assertComputesThatOf("PlainAdam", implementation);
  }

  @ParameterizedTest
  @ValueSource(strings = {"demo.SharedImpl", "demo.TakenImpl"})
  void sharesStepsAsAPlainInterface(String implementation) throws Exception {
    assertThat(networks.floats("PlainShared", 1)).isInstanceOf(FloatStepSource.class);
    assertThat(networks.floats("Plain", 1)).isNotInstanceOf(FloatStepSource.class);
    assertComputesThatOf("PlainShared", implementation);
  }

  private static void assertComputesThatOf(String name, String implementation) throws Exception {
    FloatNetwork plainNetwork = networks.floats(name, 3);
    AnyNetwork plain = AnyNetwork.of(plainNetwork);
    FloatNetwork network = networks.instantiate(implementation, 3, FloatNetwork.class);
    assertThat(network.getClass().getName()).isEqualTo(implementation);
    AnyNetwork named = AnyNetwork.of(network);
    Samples samples = Samples.of(plain, 120, 4);

    double[] gradient = new double[plain.parameters().length];
    double[] same = new double[gradient.length];
    assertThat(named.gradient(samples.x, samples.t, 0, 120, same))
        .isEqualTo(plain.gradient(samples.x, samples.t, 0, 120, gradient));
    assertThat(same).isEqualTo(gradient);
    for (int to : new int[] {1, 7, 120}) {
      assertThat(named.train(samples.x, samples.t, 0, to, 0.5))
          .isEqualTo(plain.train(samples.x, samples.t, 0, to, 0.5));
    }
    assertThat(named.train(samples.x[5], samples.t[5], 0.5))
        .isEqualTo(plain.train(samples.x[5], samples.t[5], 0.5));
    assertThat(named.parameters()).isEqualTo(plain.parameters());
    trainInSlices(network, samples);
    trainInSlices(plainNetwork, samples);
    assertThat(named.parameters()).isEqualTo(plain.parameters());
    assertThat(AnyNetwork.of(network.replica()).parameters()).isEqualTo(plain.parameters());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    network.save(out);
    network.update(new float[same.length], 1);
    network.load(new ByteArrayInputStream(out.toByteArray()));
    assertThat(named.forward(samples.x[0])).isEqualTo(plain.forward(samples.x[0]));
  }

  /** By the network's own step, or by copies if its name is taken. */
  private static void trainInSlices(FloatNetwork network, Samples samples) {
    try (FloatParallelTrainer trainer = new FloatParallelTrainer(network, 2, 5)) {
      for (int to : new int[] {1, 7, 120}) {
        trainer.train(
            FloatsAsDoubles.rounded(samples.x), FloatsAsDoubles.rounded(samples.t), 0, to, 0.5f);
      }
    }
  }

  @Test
  void classifiesDespiteTheNamesOfMemberTypes() {
    FloatNetwork network = networks.floats("Choosing", 3);
    float[] output = network.forward(new float[250]);

    assertThat(output).containsOnly(1 / 3f);
    assertThat(network.classify(new float[250])).isZero();
  }

  @Test
  void aClassIsAsVisibleAsItsInterface() throws Exception {
    assertThat(isPublic("demo.PlainImpl")).isTrue();
    assertThat(isPublic("LooseImpl")).isTrue();
    assertThat(isPublic("demo.Outer_InnerImpl")).isTrue();
    assertThat(isPublic("demo.HiddenImpl")).isFalse();
    assertThat(isPublic("demo.Outer_GuardedImpl")).isFalse();
    assertThat(isPublic("demo.Outer_Middle_DeepImpl")).isFalse();
  }

  private static boolean isPublic(String name) throws ClassNotFoundException {
    return Modifier.isPublic(networks.loader().loadClass(name).getModifiers());
  }
}
