package io.github.gradsmith.processor.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl;
import io.github.gradsmith.Onnx;
import io.github.gradsmith.processor.generated.CompiledNetworks;
import io.github.gradsmith.processor.generated.OnnxSession;
import io.github.gradsmith.safetensors.Safetensors;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random records, compiled together by javac and by ecj, as rows of networks. What is encoded has
 * the bits of a reference that knows nothing of the processor; what ONNX Runtime makes of unscaled
 * numbers is what the network answers.
 *
 * <p>{@code -Dfuzz.records=100000} says how many rows in all, {@code -Dfuzz.seed=fresh} or a number
 * which ones.
 */
class RandomRecordsTest {
  private static final int ROWS =
      Integer.parseInt(
          System.getProperty("fuzz.records", "").isBlank()
              ? "3000"
              : System.getProperty("fuzz.records"));

  private static final int NETWORKS = Math.max(12, Math.min(120, ROWS / 500));
  private static final int ADAPTED = 40;
  private static final long SEED = seed();

  private static final List<RecordNetwork> DRAWN =
      IntStream.range(0, NETWORKS).mapToObj(i -> RecordNetwork.of(i, SEED)).toList();

  /** Those that are compiled once more, by ecj and with their weights: each goal is among them. */
  private static final List<RecordNetwork> COMPILED_AGAIN = DRAWN.subList(0, NETWORKS / 2);

  /** Sine and cosine are functions of the runtime's own, at most 2 ulp off. */
  private static final double SINE = 1e-15;

  private static final double SINE_OF_FLOATS = 6e-8;

  @TempDir static Path folder;

  private static CompiledNetworks javac;

  private static long seed() {
    String seed = System.getProperty("fuzz.seed", "");
    long number =
        seed.equals("fresh") ? System.nanoTime() : seed.isBlank() ? 5 : Long.parseLong(seed);
    System.out.println("RandomRecordsTest: -Dfuzz.seed=" + number);
    return number;
  }

  @BeforeAll
  static void compile() {
    CompiledNetworks.Builder builder = CompiledNetworks.builder();
    DRAWN.forEach(network -> builder.source(network.name(), network.source()));
    javac = builder.compile("--release", "17");
  }

  @AfterAll
  static void forget() {
    javac = null;
  }

  private static RecordSubject subject(CompiledNetworks classes, RecordNetwork network) {
    return new RecordSubject(classes.create(network.name(), 3, Object.class), classes.loader());
  }

  private static List<Object> examples(RecordSubject subject, RecordNetwork network, int part) {
    int count = part == 0 ? ADAPTED : Math.max(ADAPTED, ROWS / NETWORKS);
    RandomValues values = new RandomValues(SEED * 31 + part + network.name().hashCode());
    return values.records(subject.type(network, "X"), network.example(), count);
  }

  private static List<Object> rowsOf(List<Object> examples) {
    return examples.stream().map(example -> RecordReference.value(example, "row")).toList();
  }

  @Test
  void rowsHaveTheBitsOfTheReference() {
    for (RecordNetwork network : DRAWN) {
      RecordSubject subject = subject(javac, network);
      List<Object> seen = examples(subject, network, 0);
      subject.adapt(seen);
      RecordReference reference = new RecordReference(network.parts(), rowsOf(seen));
      boolean[] exact = reference.areExact();
      List<Object> all = examples(subject, network, 1);
      double[][][] rows = subject.rows(all);
      RecordReference targets = new RecordReference(network.targets(), seen);
      for (int i = 0; i < all.size(); i++) {
        Object row = RecordReference.value(all.get(i), "row");
        double[] found = subject.encoded(row);
        same(network, found, subject.rounded(reference.encoded(row)), exact);
        bits(network, subject.encodedInto(row, network.width()), found);
        bits(network, rows[0][i], found);
        bits(network, rows[1][i], subject.rounded(targets.encoded(all.get(i))));
      }
    }
  }

  @Test
  void answersComeBackInUnitsOfTheTargets() {
    for (RecordNetwork network : DRAWN) {
      RecordSubject subject = subject(javac, network);
      List<Object> seen = examples(subject, network, 0);
      subject.adapt(seen);
      seen.forEach(subject::learn);
      RecordReference targets = new RecordReference(network.targets(), seen);
      for (Object row : rowsOf(seen)) {
        double[] a = subject.forward(subject.encoded(row));
        Object answer = subject.answer(row);
        switch (network.goal()) {
          case CONSTANT -> assertThat(((Enum<?>) answer).ordinal()).isEqualTo(largest(a, 0));
          case FLAG -> assertThat(answer).isEqualTo(a[0] >= 0.5);
          case SEVERAL -> {
            double t = targets.decoded(network.targets().get(0), a[0]);
            assertThat(RecordReference.value(answer, "t")).isEqualTo(t);
            Enum<?> e = (Enum<?>) RecordReference.value(answer, "e");
            assertThat(e.ordinal()).isEqualTo(largest(a, 1));
          }
          default ->
              assertThat(answer)
                  .as(network.source())
                  .isEqualTo(targets.decoded(network.targets().get(0), a[0]));
        }
      }
    }
  }

  private static int largest(double[] a, int from) {
    int largest = from;
    for (int j = from; j < from + 3; j++) {
      largest = a[j] > a[largest] ? j : largest;
    }
    return largest - from;
  }

  @Test
  void filesCopiesReplicasAndCompiledWeightsKeepTheBits() throws Exception {
    CompiledNetworks.Builder builder = CompiledNetworks.builder();
    for (RecordNetwork network : DRAWN) {
      RecordSubject subject = subject(javac, network);
      List<Object> seen = examples(subject, network, 0);
      subject.adapt(seen);
      seen.forEach(subject::learn);
      subject.save(folder.resolve(network.name() + ".safetensors"));
      subject.saveTraining(folder.resolve(network.name() + ".training.safetensors"));
      RecordSubject loaded = subject(javac, network);
      loaded.load(folder.resolve(network.name() + ".safetensors"));
      RecordSubject resumed = subject(javac, network);
      resumed.load(folder.resolve(network.name() + ".training.safetensors"));
      RecordSubject copy = subject.copy();
      RecordSubject replica = subject.replica();
      for (Object row : rowsOf(examples(subject, network, 1))) {
        double[] encoded = subject.encoded(row);
        Object answer = subject.answer(row);
        for (RecordSubject other : List.of(loaded, resumed, copy, replica)) {
          bits(network, other.encoded(row), encoded);
          assertThat(other.answer(row)).as(network.source()).isEqualTo(answer);
        }
      }
    }
    for (RecordNetwork network : COMPILED_AGAIN) {
      builder.source(network.name(), network.source());
      builder.source(network.name() + "Baked", network.bakedSource());
    }
    CompiledNetworks ecj = builder.compileWithEcj(folder, "-Agradsmith.weightsDir=" + folder);
    for (RecordNetwork network : COMPILED_AGAIN) {
      RecordSubject subject = subject(javac, network);
      Path file = folder.resolve(network.name() + ".safetensors");
      subject.load(file);
      RecordSubject other = subject(ecj, network);
      other.load(file);
      RecordSubject baked =
          new RecordSubject(ecj.createBaked(network.name() + "Baked"), ecj.loader());
      List<Object> rows = rowsOf(examples(subject, network, 1));
      List<Object> same = rowsOf(examples(other, network, 1));
      for (int i = 0; i < rows.size(); i++) {
        double[] encoded = subject.encoded(rows.get(i));
        bits(network, other.encoded(same.get(i)), encoded);
        bits(network, baked.encoded(same.get(i)), encoded);
        String answer = subject.answer(rows.get(i)).toString();
        assertThat(other.answer(same.get(i))).hasToString(answer);
        assertThat(baked.answer(same.get(i))).hasToString(answer);
      }
    }
  }

  @Test
  void modelsOfRawNumbersGiveTheAnswers() throws Exception {
    for (RecordNetwork network : DRAWN) {
      RecordSubject subject = subject(javac, network);
      List<Object> seen = examples(subject, network, 0);
      subject.adapt(seen);
      seen.forEach(subject::learn);
      RecordReference reference = new RecordReference(network.parts(), rowsOf(seen));
      RecordReference targets = new RecordReference(network.targets(), seen);
      byte[] raw = subject.onnx(Onnx.Option.RAW_NUMBERS);
      byte[] usual = subject.onnx();
      try (OnnxSession ofRaw = new OnnxSession(raw);
          OnnxSession ofEncoded = new OnnxSession(usual)) {
        for (Object row : rowsOf(seen)) {
          double[] a = subject.forward(subject.encoded(row));
          double[] encoded = subject.encoded(row);
          double size = Arrays.stream(encoded).map(Math::abs).max().orElseThrow();
          double bound = (network.isFloat() ? 2e-5 : 1e-11) * Math.max(1, size / 1000);
          double[] plain = subject.run(ofEncoded, encoded, network.shape());
          assertThat(plain).as(network.source()).containsExactly(a, within(bound));
          double[] found = subject.run(ofRaw, reference.raw(row), network.shape());
          for (int j = 0; j < a.length; j++) {
            Part target = network.targets().get(Math.min(j, network.targets().size() - 1));
            boolean isScaled = j == 0;
            double unit = isScaled ? targets.decoded(target, 1) - targets.decoded(target, 0) : 1;
            double expected = isScaled ? targets.decoded(target, a[j]) : a[j];
            double allowed = bound * (5 * Math.abs(unit) + Math.abs(expected));
            assertThat(found[j]).as(network.source()).isCloseTo(expected, within(allowed));
          }
        }
      }
      Path file = folder.resolve(network.name() + ".any.safetensors");
      subject.save(file);
      Map<String, String> metadata = Safetensors.read(file).metadata();
      assertThat(metadata(usual))
          .containsEntry("input", "encoded")
          .containsEntry("features", metadata.get("features"))
          .containsEntry("outputs", metadata.get("outputs"));
      assertThat(metadata(raw))
          .containsEntry("input", "raw numbers")
          .containsEntry("features", metadata.get("features"));
    }
  }

  private static Map<String, String> metadata(byte[] model) throws Exception {
    Map<String, String> texts = new HashMap<>();
    OnnxMl.ModelProto.parseFrom(model)
        .getMetadataPropsList()
        .forEach(entry -> texts.put(entry.getKey(), entry.getValue()));
    return texts;
  }

  private static void bits(RecordNetwork network, double[] found, double[] expected) {
    if (!Arrays.equals(found, expected)) {
      assertThat(found).as(network.source()).isEqualTo(expected);
    }
  }

  private static void same(
      RecordNetwork network, double[] found, double[] expected, boolean[] exact) {
    assertThat(found).as(network.source()).hasSameSizeAs(expected);
    double sine = network.isFloat() ? SINE_OF_FLOATS : SINE;
    for (int j = 0; j < found.length; j++) {
      double allowed = exact[j] ? 0 : sine;
      if (!(Math.abs(found[j] - expected[j]) <= allowed)) {
        assertThat(found[j]).as("input %s of %s", j, network.source()).isEqualTo(expected[j]);
      }
    }
  }
}
