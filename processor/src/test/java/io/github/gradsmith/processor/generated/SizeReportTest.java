package io.github.gradsmith.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.sun.management.ThreadMXBean;
import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.Topology;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Constructor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a topology says of memory, loops and bytecode is so. */
class SizeReportTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final Map<String, String> LAYERS = new LinkedHashMap<>();

  static {
    LAYERS.put("Tiny", "2, 3, 1");
    LAYERS.put("Unrolled", "6, 6, 6, 6");
    LAYERS.put("Small", "20, 15, 4");
    LAYERS.put("Digit", "784, 30, 10");
    LAYERS.put("Mid", "784, 128, 64, 10");
    LAYERS.put("Wide", "300, 2000, 1");
    LAYERS.put("Broad", "3, 24, 20000, 1");
    LAYERS.put("Deep", String.join(", ", Collections.nCopies(64, "12")));
  }

  private static CompiledNetworks networks;

  @BeforeAll
  static void compile() {
    CompiledNetworks.Builder builder = CompiledNetworks.builder();
    LAYERS.forEach(
        (name, widths) -> {
          String attributes = "layers = {" + widths + "}, activation = ";
          builder.add(name + "Sgd", "FloatNetwork", attributes + "SIGMOID");
          builder.add(name + "Adam", "DoubleNetwork", attributes + "GELU", "@Adam");
          builder.add(name + "Rms", "FloatNetwork", attributes + "TANH", "@RmsProp");
          builder.add(name + "Only", "FloatPredictor", attributes + "RELU");
        });
    networks = builder.compile();
  }

  static Stream<String> all() {
    return LAYERS.keySet().stream().flatMap(SizeReportTest::kinds);
  }

  static Stream<String> large() {
    return Stream.of("Digit", "Mid", "Wide", "Broad").flatMap(SizeReportTest::kinds);
  }

  private static Stream<String> kinds(String name) {
    return Stream.of("Sgd", "Adam", "Rms", "Only").map(kind -> name + kind);
  }

  private static Topology topology(String name) throws ReflectiveOperationException {
    Object network = networks.create(name, 1, Object.class);
    return (Topology) network.getClass().getMethod("topology").invoke(network);
  }

  /** The constructor allocates the network and a random generator, nothing else. */
  @ParameterizedTest
  @MethodSource("large")
  void heapBytesAreThoseThatTheConstructorAllocates(String name) throws Exception {
    Topology topology = topology(name);
    Constructor<?> constructor =
        networks.loader().loadClass("demo." + name + "Impl").getConstructor(long.class);
    Object[] arguments = {1L};
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      Object network = constructor.newInstance(arguments);
      least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
      assertThat(network).isNotNull();
    }
    assertThat(topology.cost().heapBytes()).isCloseTo(least, withinPercentage(1));
    assertThat(topology.cost().heapBytes())
        .isGreaterThan(
            topology.cost().parameterBytes()
                + topology.cost().scratchBytes()
                + topology.cost().optimizerBytes());
  }

  @ParameterizedTest
  @MethodSource("all")
  void theEstimateOfTheLargestMethodIsWithinOneAndAHalf(String name) throws Exception {
    int largest =
        networks.classFiles().entrySet().stream()
            .filter(type -> type.getKey().startsWith("demo." + name + "Impl"))
            .flatMap(type -> new ClassFile(type.getValue()).codeLengths().values().stream())
            .mapToInt(Integer::intValue)
            .max()
            .orElseThrow();
    int estimate = topology(name).cost().largestMethodBytes();
    assertThat((double) estimate / largest).isBetween(1 / 1.5, 1.5);
  }

  @Test
  void loopShapesAreInWords() {
    FloatNetwork mid = networks.floats("MidSgd", 1);
    assertThat(mid.topology().cost().loopShapes())
        .hasSize(3)
        .last()
        .asString()
        .startsWith("blocks of 10 rows");
    assertThat(networks.floats("UnrolledSgd", 1).topology().cost().loopShapes())
        .isEqualTo(List.of("written out", "written out", "written out"));
  }
}
