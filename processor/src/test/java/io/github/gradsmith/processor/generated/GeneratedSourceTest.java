package io.github.gradsmith.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Opcodes;

/** What generated source looks like, where it compiles, and what the class needs at run time. */
class GeneratedSourceTest {
  /** Every activation in every place it may stand in, and every loss. */
  private static final List<String> ATTRIBUTES =
      List.of(
          "layers = {784, 30, 10}, activation = SIGMOID",
          "layers = {2, 3, 1}, activation = {TANH, IDENTITY}",
          "layers = {1, 1}, activation = IDENTITY, initializer = ZEROS",
          "layers = {50, 11, 70, 9}, activation = {RELU, IDENTITY, TANH}",
          "layers = {333, 20, 3, 2}, activation = {SIGMOID, TANH, RELU}",
          "layers = {20, 15, 4}, activation = {RELU, SOFTMAX}, loss = CROSS_ENTROPY",
          "layers = {3, 4, 3}, activation = {IDENTITY, SOFTMAX}, loss = HALF_SQUARED_ERROR");

  /** Lists of layers that need more than one line. */
  private static final Map<String, String> DEEP =
      Map.of(
          "Fifty",
          "layers = {" + list(50, "10") + "}, activation = SIGMOID",
          "SixtyFour",
          "layers = {"
              + list(64, "1000")
              + "}, activation = {"
              + list(62, "SIGMOID")
              + ", SOFTMAX}, loss = HALF_SQUARED_ERROR");

  /** Every activation and every loss, and formulas of the user's own. */
  private static final Map<String, String> CHOSEN = chosen();

  private static final List<String> KINDS =
      List.of("FloatNetwork", "DoubleNetwork", "FloatPredictor", "DoublePredictor");

  private static CompiledNetworks networks;

  @BeforeAll
  static void compile() {
    CompiledNetworks.Builder builder = all();
    DEEP.forEach((name, attributes) -> builder.add(name, "DoubleNetwork", attributes));
    CHOSEN.forEach((name, attributes) -> builder.add(name, "DoubleNetwork", attributes));
    addOptimizers(builder);
    networks = builder.compile();
  }

  private static Map<String, String> chosen() {
    Map<String, String> chosen = new TreeMap<>();
    for (int i = 0; i < Choices.OUTPUTS.size(); i++) {
      String attributes = Choices.output(i).attributes(new int[] {7, 9, 8}, Choices.hidden(i));
      chosen.put("Chosen" + i, attributes);
    }
    String written = "0.5 * z * (1 + tanh(sqrt(2 / pi) * (z + 0.044715 * z^3)))";
    chosen.put("Written", "layers = {7, 9, 8}, formula = \"" + written + "\"");
    return chosen;
  }

  private static String list(int count, String entry) {
    return String.join(", ", Collections.nCopies(count, entry));
  }

  private static CompiledNetworks.Builder all() {
    CompiledNetworks.Builder builder = CompiledNetworks.builder();
    for (String kind : KINDS) {
      for (int i = 0; i < ATTRIBUTES.size(); i++) {
        builder.add(kind + "Of" + i, kind, ATTRIBUTES.get(i));
      }
    }
    return builder;
  }

  static Stream<String> names() {
    return KINDS.stream()
        .flatMap(
            kind ->
                Stream.iterate(0, i -> i + 1).limit(ATTRIBUTES.size()).map(i -> kind + "Of" + i));
  }

  private static void addOptimizers(CompiledNetworks.Builder builder) {
    OptimizerSetting.names().forEach(name -> addOptimizer(builder, name));
    builder.add("DeepAdamW", "DoubleNetwork", DEEP.get("SixtyFour"), "@AdamW");
  }

  private static void addOptimizer(CompiledNetworks.Builder builder, String name) {
    String attributes = "layers = {10, 11, 12, 13}, activation = TANH";
    String annotation = OptimizerSetting.of(name).annotation();
    builder.add(name + "Float", "FloatNetwork", attributes, annotation);
    builder.add(name + "Double", "DoubleNetwork", attributes, annotation);
  }

  static Stream<String> namesWithOptimizers() {
    return Stream.concat(
        names(),
        OptimizerSetting.names().stream()
            .flatMap(name -> Stream.of(name + "Float", name + "Double")));
  }

  static Stream<String> namesWithDeep() {
    return Stream.concat(
        namesWithOptimizers(), Stream.concat(DEEP.keySet().stream(), Stream.of("DeepAdamW")));
  }

  @Test
  void readsLikeAPage() {
    String source = networks.source("FloatNetworkOf0");
    assertThat(source.lines().count()).isLessThan(700);
    assertThat(source)
        .startsWith("// Generated from demo.FloatNetworkOf0. Do not edit.\npackage demo;\n");
  }

  @ParameterizedTest
  @MethodSource("namesWithDeep")
  void isTidyAndTimeless(String name) {
    String source = networks.source(name);
    assertThat(source).endsWith("}\n").doesNotContain("\t", "\r", "\n\n\n", "date =");
    assertThat(source).doesNotContainPattern("\\b(19|20)\\d\\d-\\d\\d");
    assertThat(source.lines())
        .allSatisfy(
            line -> {
              assertThat(line.length()).isLessThanOrEqualTo(100);
              assertThat(line).doesNotMatch(".*\\s");
            });
  }

  /** For release 11 everything is compiled above already, as here with warnings as errors. */
  static Stream<String> otherReleases() {
    return Stream.of("17", Integer.toString(Runtime.version().feature())).distinct();
  }

  @ParameterizedTest
  @MethodSource("otherReleases")
  void compilesForOtherReleases(String release) {
    CompiledNetworks.Builder builder = all();
    for (String name : OptimizerSetting.namesOfKinds()) {
      addOptimizer(builder, name);
    }
    // With its own release javac 25 sees the Vector API without being asked, javac 17 does not.
    assertThat(builder.compile("--release", release).classFiles().keySet())
        .filteredOn(name -> !name.endsWith("Simd") && !name.contains("$"))
        .hasSize(2 * KINDS.size() * ATTRIBUTES.size() + 4 * OptimizerSetting.namesOfKinds().size());
  }

  @ParameterizedTest
  @MethodSource("namesWithOptimizers")
  void needsOnlyJavaAndTheRuntime(String name) {
    byte[] bytes = networks.classFiles().get("demo." + name + "Impl");
    TreeSet<String> foreign = new TreeSet<>(new ClassFile(bytes).referredClasses());
    assertThat(foreign).contains("io/github/gradsmith/Topology", "java/nio/file/Path");
    assertThat(foreign)
        .noneMatch(
            type -> type.startsWith("java/lang/reflect/") || type.startsWith("java/lang/invoke/"))
        .doesNotContain("java/util/ServiceLoader", "java/lang/Class", "java/lang/ClassLoader");
    foreign.removeIf(
        type ->
            type.startsWith("java/")
                || type.startsWith("io/github/gradsmith/")
                || type.startsWith("demo/" + name));
    assertThat(foreign).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("namesWithOptimizers")
  void hasNoStaticState(String name) {
    Map<String, String> constants =
        staticFields(networks.classFiles().get("demo." + name + "Impl"));
    // Numbers, and a topology and layouts that nobody can change.
    assertThat(constants.values())
        .allSatisfy(
            field ->
                assertThat(field)
                    .matches(
                        "final ([IFDZ]|Lio/github/gradsmith/(Topology|internal/layout/WeightLayout);)"));
  }

  /** Descriptors of all static fields by name, "final " before those that are. */
  private static Map<String, String> staticFields(byte[] bytes) {
    Map<String, String> fields = new TreeMap<>();
    new ClassReader(bytes)
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public FieldVisitor visitField(
                  int access, String name, String type, String signature, Object value) {
                if ((access & Opcodes.ACC_STATIC) != 0) {
                  boolean isFinal = (access & Opcodes.ACC_FINAL) != 0;
                  fields.put(name, (isFinal ? "final " : "") + type);
                }
                return null;
              }
            },
            ClassReader.SKIP_CODE);
    assertThat(fields).containsKey("TOPOLOGY");
    return fields;
  }

  @Test
  void saysThatItIsGenerated() {
    String annotation = "@Generated(\"io.github.gradsmith.processor.NetworkProcessor\")\n";
    assertThat(networks.source("FloatNetworkOf0")).contains(annotation);
    CompiledNetworks silent =
        all().compile("--release", "11", "-Agradsmith.generatedAnnotation=false");
    List<String> sources = new ArrayList<>(names().map(silent::source).toList());
    assertThat(sources)
        .allSatisfy(source -> assertThat(source).doesNotContain("Generated;", "@Generated("));
  }
}
