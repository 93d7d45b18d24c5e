package io.github.gradsmith.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * No generated method is too long for HotSpot's compilers: those above 8,000 bytes of bytecode are
 * only ever interpreted ({@code -XX:+DontCompileHugeMethods}, {@code HugeMethodLimit}). Only class
 * files are looked at; no network is allocated.
 */
class BytecodeBudgetTest {
  private static final int HUGE_METHOD_LIMIT = 8_000;
  private static final List<Integer> WIDTHS = List.of(1, 2, 3, 10, 30, 100, 784, 4096);

  /** On both sides of where layers stop to be written out, and of other changes of loop shape. */
  private static final List<List<Integer>> LIMITS =
      List.of(
          List.of(36, 1),
          List.of(1, 36),
          List.of(6, 6),
          List.of(4, 9, 4),
          List.of(37, 1),
          List.of(1, 37),
          List.of(199, 9, 11),
          List.of(200, 15, 17),
          List.of(201, 19, 1),
          List.of(1, 1));

  private static final String DENSE = "@Dense(units = W)";

  private static final String TOGETHER = "@Concat({EACH}) TOGETHER, ";

  private static final Map<String, Kind> KINDS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("Dense", Kind.chain("@Dense(units = W, activation = Activation.GELU)")),
              Map.entry("Dense per step", new Kind("2, ", DENSE, DENSE, "")),
              Map.entry("Elementwise", Kind.chain("@Elementwise(activation = Activation.MISH)")),
              Map.entry("Dropout", Kind.chain("@Dropout(0.1)")),
              Map.entry("LayerNorm", Kind.chain("@LayerNorm")),
              Map.entry("LayerNorm of rows", new Kind("2, ", DENSE, "@LayerNorm", "")),
              Map.entry("Add", Kind.chain("@Add({\"D\", \"BEFORE\"})")),
              Map.entry("Multiply", Kind.chain("@Multiply({\"BEFORE\", \"D\", \"D\"})")),
              Map.entry("Concat", Kind.chain("@Concat({\"BEFORE\", \"D\"})")),
              Map.entry("Slice", Kind.chain("@Slice(begin = 0, end = W)")),
              Map.entry("Flatten", Kind.chain("@Flatten")),
              Map.entry("Transpose", new Kind("2, ", DENSE, "@Transpose", "")),
              Map.entry(
                  "Normalization",
                  new Kind(
                      "",
                      DENSE,
                      "@Normalization(from = \"ALL\")",
                      "@Concat({\"D\", EACH}) TOGETHER, ")),
              Map.entry(
                  "Embedding",
                  new Kind(
                      "",
                      "@Slice(begin = 0, end = 2)",
                      "@Embedding(categories = 3, units = 4, from = \"D\")",
                      TOGETHER))));

  @TestFactory
  List<DynamicTest> methodsAreSmallEnough() {
    List<DynamicTest> tests = new ArrayList<>();
    for (int width : WIDTHS) {
      tests.add(
          test(
              "width " + width,
              List.of(width, 10, 3),
              List.of(10, width, 3),
              List.of(10, 3, width),
              List.of(width, width)));
    }
    tests.add(test("limits of shapes", LIMITS.toArray(new List<?>[0])));
    tests.add(test("50 layers of 10", Collections.nCopies(50, 10)));
    // 64 layers are the most that the processor takes.
    tests.add(
        test(
            "64 layers of 6, unrolled, and of 300, folded",
            Collections.nCopies(64, 6),
            Collections.nCopies(64, 300),
            Collections.nCopies(64, 300)));
    tests.add(test("every activation and loss, written out", everyChoice()));
    tests.addAll(optimizers());
    return tests;
  }

  /**
   * 60 constants of every kind that may stand between input and output, each the one that reads the
   * one before it; a small network of the kind, and one whose dense layers have SIMD kernels.
   */
  @TestFactory
  List<DynamicTest> sixtyLayersOfEachKind() {
    return KINDS.entrySet().stream()
        .flatMap(
            kind ->
                Stream.of(6, 72)
                    .map(
                        width ->
                            DynamicTest.dynamicTest(
                                kind.getKey() + " of " + width,
                                () -> assertBudget(sixty(kind.getValue(), width)))))
        .toList();
  }

  /** In double where it is small and in float where it is not, for time. */
  private static CompiledNetworks sixty(Kind kind, int width) {
    String type = width < 10 ? "DoubleNetwork" : "FloatNetwork";
    return CompiledNetworks.builder().source("Sixty", kind.network(type, width)).compile();
  }

  /**
   * A kind of layer.
   *
   * @param input the sizes of the input, before the width
   * @param before a constant that reads the input
   * @param text one of the sixty; the one before it is called BEFORE, the width is W
   * @param after what reads the last one, if not the output
   */
  private record Kind(String input, String before, String text, String after) {
    /** One after the other, behind a dense layer. */
    static Kind chain(String text) {
      return new Kind("", DENSE, text, "");
    }

    String network(String type, int width) {
      String layers = "@Input({" + input + "W}) ALL, " + before + " D, ";
      String last = "D";
      List<String> all = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        layers += text.replace("BEFORE", last) + " L" + i + ", ";
        last = "L" + i;
        all.add('"' + last + '"');
      }
      layers += after.replace("EACH", String.join(", ", all));
      return """
      package demo;

      import io.github.gradsmith.*;
      import io.github.gradsmith.layer.*;

      @Network
      @Adam
      public interface Sixty extends %s {
        enum Layer { %s @Dense(units = 3) OUT }
      }
      """
          .formatted(type, layers.replaceAll("\\bW\\b", "" + width));
    }
  }

  /** Each output with its loss behind 36 neurons, the most that are written out. */
  private static List<String> everyChoice() {
    List<String> attributes = new ArrayList<>();
    for (int i = 0; i < Choices.OUTPUTS.size(); i++) {
      attributes.add(Choices.output(i).attributes(new int[] {1, 36, 1}, Choices.hidden(i)));
      attributes.add(Choices.output(i).attributes(new int[] {36, 1, 36}, Choices.hidden(i)));
    }
    return attributes;
  }

  /** What an optimizer keeps decides how many fields and arguments there are: once for each. */
  private static List<DynamicTest> optimizers() {
    return OptimizerSetting.namesOfKinds().stream()
        .map(name -> deepest(name, OptimizerSetting.of(name).annotation()))
        .toList();
  }

  private static DynamicTest deepest(String name, String optimizer) {
    String attributes = attributes(Collections.nCopies(64, 300), 0);
    return DynamicTest.dynamicTest(
        "64 layers trained by " + name,
        () ->
            assertBudget(
                CompiledNetworks.builder()
                    .add("Net0", "DoubleNetwork", attributes, optimizer)
                    .compile()));
  }

  private static DynamicTest test(String name, List<?>... networks) {
    return test(
        name,
        IntStream.range(0, networks.length).mapToObj(i -> attributes(networks[i], i / 2)).toList());
  }

  private static DynamicTest test(String name, List<String> attributes) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          CompiledNetworks.Builder builder = CompiledNetworks.builder();
          for (int i = 0; i < attributes.size(); i++) {
            // In turn, for time: a double takes two places among the locals, the code is much
            // alike.
            String kind = i % 2 == 0 ? "DoubleNetwork" : "FloatNetwork";
            builder.add("Net" + i, kind, attributes.get(i));
          }
          assertBudget(builder.compile());
        });
  }

  private static void assertBudget(CompiledNetworks networks) {
    Map<String, Integer> lengths = codeLengths(networks);
    long generated =
        networks.classFiles().keySet().stream().filter(name -> name.endsWith("Impl")).count();
    assertThat(generated).isPositive();
    assertThat(lengths)
        .hasSizeGreaterThan(40 * (int) generated)
        .allSatisfy((method, length) -> assertThat(length).isLessThan(HUGE_METHOD_LIMIT));
  }

  /** Hidden layers alike; the output with its loss in turn, where a softmax is allowed. */
  private static String attributes(List<?> widths, int turn) {
    String layers = widths.stream().map(Object::toString).collect(Collectors.joining(", "));
    boolean softmax = turn % 2 == 0 && !widths.get(widths.size() - 1).equals(1);
    List<String> activations =
        new ArrayList<>(Collections.nCopies(widths.size() - 2, softmax ? "RELU" : "TANH"));
    activations.add(softmax ? "SOFTMAX" : "SIGMOID");
    return "layers = {%s}, activation = {%s}, loss = %s"
        .formatted(
            layers,
            String.join(", ", activations),
            softmax ? "CROSS_ENTROPY" : "HALF_SQUARED_ERROR");
  }

  private static Map<String, Integer> codeLengths(CompiledNetworks networks) {
    Map<String, Integer> lengths = new TreeMap<>();
    networks
        .classFiles()
        .forEach(
            (name, bytes) ->
                new ClassFile(bytes)
                    .codeLengths()
                    .forEach((method, length) -> lengths.put(name + "." + method, length)));
    return lengths;
  }

  /** The ruler itself: javac compiles {@code return 42} to bipush 42, ireturn. */
  @Test
  void codeLengthsAreThoseOfTheClassFile() {
    CompiledNetworks compiled =
        CompiledNetworks.builder()
            .source(
                "Ruler",
                "package demo; class Ruler { static int f = 1; long g() { return 42; }"
                    + " int h() { return 42; } native void i(); }")
            .compile();
    assertThat(new ClassFile(compiled.classFiles().get("demo.Ruler")).codeLengths())
        .containsEntry("g()J", 4)
        .containsEntry("h()I", 3)
        .containsEntry("<init>()V", 5)
        .containsEntry("<clinit>()V", 5)
        .hasSize(4);
  }
}
