package io.github.gradsmith.internal.vector;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whether a network can run kernels on the Vector API here. The module {@code jdk.incubator.vector}
 * is only looked for, never named in code: this class loads without it.
 */
public final class VectorModule {
  private static final String MODULE = "jdk.incubator.vector";
  private static final String SWITCH = "gradsmith.simd";
  private static final String OFF = "off";
  private static final Set<String> WIDTHS = Set.of("128", "256", "512");

  /** What has been explained in this JVM; a hundred networks have one and the same reason. */
  private static final Set<String> EXPLAINED = ConcurrentHashMap.newKeySet();

  private static final boolean MULTIPLIES_AND_ADDS_AT_ONCE = multipliesAndAddsAtOnce();

  private VectorModule() {}

  /**
   * Whether the JVM has been started with the module and the network's own module reads it. If not,
   * the first network of each reason has it logged, with the cure, at level INFO to {@code
   * io.github.gradsmith}. {@code -Dgradsmith.simd=off} is a refusal, too, but meant: not logged.
   */
  public static boolean usable(Class<?> network) {
    if (switchedOff()) {
      return false;
    }
    Optional<String> obstacle = obstacle(network.getModule());
    if (obstacle.filter(EXPLAINED::add).isPresent()) {
      System.getLogger("io.github.gradsmith")
          .log(
              System.Logger.Level.INFO,
              network.getName()
                  + " runs plain kernels, not those of the Vector API: "
                  + obstacle.get());
    }
    return obstacle.isEmpty();
  }

  /**
   * Demands what {@link #usable} tells.
   *
   * @throws IllegalStateException with reason and cure, if it is not so
   */
  public static void require(Class<?> network) {
    Optional<String> obstacle =
        switchedOff()
            ? Optional.of("-D" + SWITCH + "=" + OFF + " is set. Start java without it.")
            : obstacle(network.getModule());
    if (obstacle.isPresent()) {
      throw new IllegalStateException(
          network.getName() + " requires the Vector API (simd = REQUIRED): " + obstacle.get());
    }
  }

  /**
   * The width of vectors for kernels, in bits: what the JVM prefers, at most 512. {@code
   * -Dgradsmith.simd=128} (or 256) sets another limit.
   *
   * @param preferred the width that the JVM prefers
   */
  public static int bits(int preferred) {
    String limit = System.getProperty(SWITCH, "");
    return Math.min(preferred, WIDTHS.contains(limit) ? Integer.parseInt(limit) : 512);
  }

  private static boolean switchedOff() {
    return OFF.equalsIgnoreCase(System.getProperty(SWITCH));
  }

  private static Optional<String> obstacle(Module module) {
    Optional<Module> vector = ModuleLayer.boot().findModule(MODULE);
    if (vector.isEmpty()) {
      return Optional.of(
          "this JVM was started without its module. Start it with: java --add-modules " + MODULE);
    }
    if (!module.canRead(vector.get())) {
      return Optional.of(
          "the module "
              + module.getName()
              + " does not read it. Write in its module-info.java: requires static "
              + MODULE
              + ";");
    }
    return machineObstacle();
  }

  /** Without optimized code, or without the instruction, the Vector API runs as slow objects. */
  private static Optional<String> machineObstacle() {
    String mode = System.getProperty("java.vm.info", "");
    if (mode.contains("interpreted") || mode.contains("emulated-client")) {
      return Optional.of(
          "this JVM runs without its optimizing compiler ("
              + mode
              + "). Start it without -Xint and -XX:TieredStopAtLevel");
    }
    if (!MULTIPLIES_AND_ADDS_AT_ONCE) {
      return Optional.of("this machine has no instruction for a fused multiply-add");
    }
    return Optional.empty();
  }

  /**
   * Whether a fused multiply-add is one instruction. Java does not tell, but time does: 20 of them
   * take below 1 µs even interpreted, and above 12 µs where they are computed in BigDecimal.
   */
  private static boolean multipliesAndAddsAtOnce() {
    float sum = 1;
    for (int attempt = 0; attempt < 20; attempt++) {
      long start = System.nanoTime();
      for (int i = 0; i < 20; i++) {
        sum = Math.fma(sum, 0.5f, 1f);
      }
      if (System.nanoTime() - start < 4_000 && sum > 0) {
        return true;
      }
    }
    return false;
  }
}
