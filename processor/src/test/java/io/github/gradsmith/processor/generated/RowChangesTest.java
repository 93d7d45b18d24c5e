package io.github.gradsmith.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.Onnx;
import io.github.gradsmith.WeightsException;
import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Rows whose record, enums, weights or numbers are not those of the day before: the same program
 * compiled again with constants in another order, a component renamed, weights compiled in or taken
 * from a model; numbers without end.
 */
@Isolated("counts bytes")
class RowChangesTest {
  private static final String HEAD =
      """
      package demo;

      import static io.github.gradsmith.Activation.*;
      import static io.github.gradsmith.Loss.*;

      import io.github.gradsmith.*;
      import io.github.gradsmith.row.*;
      import java.util.*;

      """;

  private static final String TYPES =
      HEAD
          + """
          interface Types {
            enum Species { SETOSA, VERSICOLOR, VIRGINICA }

            enum Soil { CLAY, SAND, PEAT, LOAM }

            record Flower(double length, @MinMax int petals, Soil soil, @Index @Missing Soil below) {}

            record Sample(Flower flower, Species species) {}

            static List<Sample> samples() {
              List<Sample> samples = new ArrayList<>();
              String[] soils = {"CLAY", "SAND", "PEAT", "LOAM"};
              String[] species = {"SETOSA", "VERSICOLOR", "VIRGINICA"};
              Random random = new Random(3);
              for (int i = 0; i < 60; i++) {
                Soil below = i % 4 == 0 ? null : Soil.valueOf(soils[random.nextInt(4)]);
                Soil soil = Soil.valueOf(soils[random.nextInt(4)]);
                Flower flower = new Flower(5 + random.nextGaussian(), random.nextInt(9), soil, below);
                samples.add(new Sample(flower, Species.valueOf(species[random.nextInt(3)])));
              }
              return samples;
            }
          }
          """;

  private static final String NET =
      HEAD
          + """
          @Network(layers = {8, 5, 3}, activation = {TANH, SOFTMAX}, loss = CROSS_ENTROPY)
          @Adam
          public interface Iris extends FloatNetwork {
            Types.Species classify(Types.Flower flower);
            Map<Types.Species, Float> probabilities(Types.Flower flower);
            void encode(Types.Flower flower, float[] input);
            void adapt(Collection<Types.Sample> samples);
            FloatRows rows(Collection<Types.Sample> samples);
            float learn(Types.Sample sample, float rate);

            static void train(FloatNetwork network) {
              Iris net = (Iris) network;
              net.adapt(Types.samples());
              for (int i = 0; i < 5; i++) {
                Types.samples().forEach(sample -> net.learn(sample, 0.03f));
              }
            }

            static String answers(FloatNetwork network) {
              Iris net = (Iris) network;
              StringBuilder text = new StringBuilder();
              for (Types.Sample sample : Types.samples()) {
                Map<String, Float> byName = new TreeMap<>();
                net.probabilities(sample.flower()).forEach((s, p) -> byName.put(s.name(), p));
                text.append(net.classify(sample.flower()).name()).append(byName);
                text.append(net.learn(sample, 0.001f)).append('\\n');
              }
              return text.toString();
            }

            static void work(FloatNetwork network) {
              Iris net = (Iris) network;
              for (int i = 0; i < 30_000; i++) {
                Types.Sample sample = Held.SAMPLES.get(i % Held.SAMPLES.size());
                net.classify(sample.flower());
                net.encode(sample.flower(), Held.INPUT);
                net.learn(sample, 1e-6f);
              }
            }

            static float[] encoded(FloatNetwork network, double length) {
              float[] input = new float[8];
              ((Iris) network).encode(new Types.Flower(length, 3, Types.Soil.CLAY, null), input);
              return input;
            }

            static void adapt(FloatNetwork network, double length) {
              List<Types.Sample> samples = new ArrayList<>(Types.samples());
              Types.Flower flower = new Types.Flower(length, 3, Types.Soil.CLAY, null);
              samples.add(2, new Types.Sample(flower, Types.Species.SETOSA));
              ((Iris) network).adapt(samples);
            }

            final class Held {
              static final List<Types.Sample> SAMPLES = Types.samples();
              static final float[] INPUT = new float[8];

              private Held() {}
            }
          }
          """;

  private static final String REORDERED =
      TYPES
          .replace("{ SETOSA, VERSICOLOR, VIRGINICA }", "{ VIRGINICA, SETOSA, VERSICOLOR }")
          .replace("{ CLAY, SAND, PEAT, LOAM }", "{ PEAT, LOAM, CLAY, SAND }");

  private static CompiledNetworks today;

  @TempDir static Path folder;

  @BeforeAll
  static void compile() throws Exception {
    today = compiled(TYPES, NET);
    FloatNetwork net = today.floats("Iris", 4);
    call(net, "train");
    net.save(folder.resolve("iris.safetensors"));
    Onnx.write(net, folder.resolve("iris.onnx"));
  }

  private static CompiledNetworks compiled(String types, String net) {
    return CompiledNetworks.builder()
        .source("Types", types)
        .source("Iris", net)
        .compile("--release", "17", "-Agradsmith.weightsDir=" + folder);
  }

  private static FloatNetwork loaded(CompiledNetworks networks) throws Exception {
    FloatNetwork net = networks.floats("Iris", 9);
    net.load(folder.resolve("iris.safetensors"));
    return net;
  }

  private static Object call(FloatNetwork net, String name, Object... more) throws Exception {
    Class<?> type = Class.forName("demo.Iris", true, net.getClass().getClassLoader());
    Method method =
        Arrays.stream(type.getMethods())
            .filter(m -> m.getName().equals(name))
            .filter(m -> m.getParameterCount() == 1 + more.length)
            .filter(m -> m.getParameterTypes()[0] == FloatNetwork.class)
            .findFirst()
            .orElseThrow();
    Object[] arguments = new Object[1 + more.length];
    arguments[0] = net;
    System.arraycopy(more, 0, arguments, 1, more.length);
    try {
      return method.invoke(null, arguments);
    } catch (InvocationTargetException e) {
      throw (Exception) e.getCause();
    }
  }

  @Test
  void reorderedConstantsGetTheSameAnswers() throws Exception {
    String answers = (String) call(loaded(today), "answers");
    assertThat(answers).contains("SETOSA{").contains("VIRGINICA{").contains("VERSICOLOR{");
    CompiledNetworks reordered = compiled(REORDERED, NET);
    FloatNetwork net = loaded(reordered);
    FloatNetwork copy = net.copy();
    FloatNetwork taken = reordered.floats("Iris", 2);
    taken.copyFrom(net);
    Path again = folder.resolve("again.safetensors");
    net.save(again);
    assertThat(call(net, "answers")).isEqualTo(answers);
    assertThat(call(copy, "answers")).as("copy").isEqualTo(answers);
    assertThat(call(taken, "answers")).as("copyFrom").isEqualTo(answers);
    FloatNetwork back = today.floats("Iris", 9);
    back.load(again);
    assertThat(call(back, "answers")).as("saved and back").isEqualTo(answers);
  }

  @Test
  void compiledWeightsKeepTheOrderTheyWereTrainedIn() throws Exception {
    String baked = NET.replace("loss = CROSS", "weights = \"iris.safetensors\", loss = CROSS");
    FloatNetwork net = (FloatNetwork) compiled(REORDERED, baked).createBaked("Iris");
    assertThat(call(net, "answers")).isEqualTo(call(loaded(today), "answers"));
  }

  @Test
  void aRenamedComponentIsRefusedByName() {
    String renamed = TYPES.replace("int petals", "int leaves");
    assertThatThrownBy(() -> loaded(compiled(renamed, NET)))
        .isInstanceOf(WeightsException.class)
        .hasMessageContaining("leaves is missing in the file, petals is missing here");
  }

  @Test
  void aModelTakesRowsOnceItHasSeenThem() throws Exception {
    String model =
        NET.replace("layers = {8, 5, 3}, activation = {TANH, SOFTMAX}", "model = \"iris.onnx\"");
    FloatNetwork net = (FloatNetwork) compiled(TYPES, model).createBaked("Iris");
    assertThatThrownBy(() -> call(net, "answers"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Iris has not seen rows yet: call adapt(Collection<Sample>) or load a file");
    Class<?> types = Class.forName("demo.Types", true, net.getClass().getClassLoader());
    Method samples = types.getMethod("samples");
    samples.setAccessible(true);
    Method adapt = net.getClass().getMethod("adapt", java.util.Collection.class);
    adapt.setAccessible(true);
    adapt.invoke(net, samples.invoke(null));
    FloatNetwork fresh = loaded(today);
    fresh.resetOptimizer();
    assertThat(call(net, "answers")).isEqualTo(call(fresh, "answers"));
  }

  @Test
  void aModelOfRawNumbersNeedsRowsThatWereSeen() {
    Path file = folder.resolve("unseen.onnx");
    assertThatThrownBy(() -> Onnx.write(today.floats("Iris", 4), file, Onnx.Option.RAW_NUMBERS))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Iris has not seen rows yet: call adapt(Collection<Sample>) or load a file");
    assertThat(file).doesNotExist();
  }

  @Test
  void aNumberWithoutEndIsPassedOnButTeachesNoMean() throws Exception {
    FloatNetwork net = loaded(today);
    float[] before = (float[]) call(net, "encoded", 5.5);
    assertThat((float[]) call(net, "encoded", Double.POSITIVE_INFINITY))
        .startsWith(Float.POSITIVE_INFINITY)
        .endsWith(Arrays.copyOfRange(before, 1, 8));
    assertThat(((float[]) call(net, "encoded", Double.NEGATIVE_INFINITY))[0])
        .isEqualTo(Float.NEGATIVE_INFINITY);
    assertThatThrownBy(() -> call(net, "adapt", Double.NEGATIVE_INFINITY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("row 2: length is -Infinity, of which there is no mean. Leave the row out");
    assertThatThrownBy(() -> call(net, "adapt", Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("row 2: length is NaN: a number is missing. Write @Missing");
    assertThatThrownBy(() -> call(net, "adapt", 1e300))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("length goes from ")
        .hasMessageEndingWith(
            " to 1.0E300, which double cannot scale. Write @Rescaled or @AsIs at it");
    assertThat((float[]) call(net, "encoded", 5.5)).isEqualTo(before);
  }

  @Test
  void classesEncodedRowsAndStepsAllocateNothing() throws Exception {
    FloatNetwork net = loaded(today);
    Consumer<FloatNetwork> work = worker();
    work.accept(net);
    work.accept(net);
    com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    work.accept(net);
    assertThat(threads.getCurrentThreadAllocatedBytes() - before)
        .as("bytes of 90,000 calls")
        .isLessThan(20_000);
  }

  private static Consumer<FloatNetwork> worker() {
    return net -> {
      try {
        call(net, "work");
      } catch (Exception e) {
        throw new AssertionError(e);
      }
    };
  }
}
