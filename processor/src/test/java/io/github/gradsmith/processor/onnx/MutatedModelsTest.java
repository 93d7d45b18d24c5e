package io.github.gradsmith.processor.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.gradsmith.processor.model.ModelImport;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Models damaged field by field give a reason or a network, and cost little. */
class MutatedModelsTest {
  private static final int FILES = Integer.getInteger("fuzz.files", 500);
  private static final long MOST_BYTES = 64L << 20;
  private static final long MOST_SECONDS = 2;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Test
  void everyFaultHasAReason() throws IOException, URISyntaxException {
    List<byte[]> intact = intact();
    OnnxImport.of(intact.get(0)); // loads the classes
    long seed = seed();
    int refused = 0;
    for (long file = seed; file < seed + FILES; file++) {
      Random random = new Random(file);
      byte[] damaged = intact.get(random.nextInt(intact.size()));
      for (int n = 1 + random.nextInt(3); n > 0; n--) {
        damaged = Wire.damaged(damaged, random);
      }
      if (judged(damaged, file).flatParameters().isEmpty()) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(FILES / 4);
  }

  /** Other files each time if the seed is to be fresh; what fails says how to have it again. */
  static long seed() {
    String seed = System.getProperty("fuzz.seed", "");
    if (seed.equals("fresh")) {
      long fresh = System.nanoTime();
      System.out.println("models: -Dfuzz.seed=" + fresh);
      return fresh;
    }
    return seed.isEmpty() ? 1 : Long.parseLong(seed);
  }

  private ModelImport judged(byte[] file, long seed) {
    String again =
        "mvn -Pfuzz -pl processor -am test -Dtest=MutatedModelsTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dfuzz.files=1 -Dfuzz.seed="
            + seed;
    long bytesBefore = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    long timeBefore = threads.getCurrentThreadCpuTime();
    ModelImport made;
    try {
      made = OnnxImport.of(file);
    } catch (Throwable e) {
      throw new AssertionError(again, e);
    }
    long seconds = (threads.getCurrentThreadCpuTime() - timeBefore) / 1_000_000_000;
    long bytes = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - bytesBefore;
    assertThat(bytes).as("bytes: %s", again).isLessThan(MOST_BYTES);
    assertThat(seconds).as("seconds: %s", again).isLessThan(MOST_SECONDS);
    if (made instanceof ModelImport.Network network) {
      int parameters = 0;
      for (int layer = 1; layer < network.widths().size(); layer++) {
        assertThat(network.widths().get(layer - 1)).as(again).isPositive();
        parameters += (network.widths().get(layer - 1) + 1) * network.widths().get(layer);
      }
      assertThat(network.parameters()).as(again).hasSize(parameters);
      assertThat(network.activations()).as(again).hasSize(network.widths().size() - 1);
    } else if (made instanceof ModelImport.Graph) {
      new GraphForward((ModelImport.Graph) made).requireAllTensors();
    } else {
      String reason =
          made instanceof ModelImport.Refused no
              ? no.reason()
              : ((ModelImport.Damaged) made).reason();
      assertThat(reason).as(again).isNotBlank();
    }
    return made;
  }

  /** Models of every kind: those of programs, those that are refused, and random ones. */
  static List<byte[]> intact() throws IOException, URISyntaxException {
    List<byte[]> models = new ArrayList<>();
    Path folder = Path.of(MutatedModelsTest.class.getResource("/onnx").toURI());
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".onnx")).sorted().toList()) {
        if (Files.size(file) < 20_000) {
          models.add(Files.readAllBytes(file));
        }
      }
    }
    for (long seed = 1; seed <= 30; seed++) {
      models.add(new RandomChain(seed).model().bytes());
    }
    Model activations = Model.ofLayer().tensor("six", new int[0], 6).node("Clip", "_", "", "six");
    models.add(activations.node("LeakyRelu").with("alpha", 0.2f).layer().node("Elu").bytes());
    models.add(
        Model.ofLayer()
            .tensor("zero", new int[0], 0)
            .node("Greater", "_", "zero")
            .node("Where", "_", "t1", "zero")
            .bytes());
    models.add(Files.readAllBytes(folder.resolve("relu-softmax.onnx")));
    return models;
  }
}
