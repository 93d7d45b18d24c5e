package io.github.gradsmith.processor.kernel.simd.panel;

import com.palantir.javapoet.CodeBlock;
import io.github.gradsmith.processor.kernel.code.Indices;
import io.github.gradsmith.processor.kernel.memory.WeightOrder;
import io.github.gradsmith.processor.plan.simd.PanelTile;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** How kernels on panels go through {@code count} samples, a few from {@code s} on at once. */
public final class PanelPasses {
  /** The constant of the companion that says whether vectors have 512 bits. */
  public static final String WIDE = "WIDE";

  private PanelPasses() {}

  /** One way for vectors of 512 bits, one for others: a JVM compiles only one of them. */
  static CodeBlock either(Function<PanelTile, CodeBlock> way) {
    return CodeBlock.builder()
        .beginControlFlow("if ($L)", WIDE)
        .add(way.apply(PanelTile.WIDE))
        .nextControlFlow("else")
        .add(way.apply(PanelTile.NARROW))
        .endControlFlow()
        .build();
  }

  /** {@code sums2Of3} for vectors of up to 256 bits, {@code wideSums2Of3} for those of 512. */
  static String name(PanelTile tile, String name) {
    return tile == PanelTile.WIDE
        ? "wide" + Character.toUpperCase(name.charAt(0)) + name.substring(1)
        : name;
  }

  /** Every panel meets the only sample, by the method of a name. */
  static CodeBlock ofOne(Function<PanelTile, String> name) {
    return CodeBlock.builder()
        .beginControlFlow("for (int h = 0; h < w.length; h++)")
        .add(
            either(
                tile ->
                    CodeBlock.builder()
                        .addStatement(
                            "$L(w[h], x, scratch, h * $L)", name.apply(tile), WeightOrder.PANEL)
                        .build()))
        .endControlFlow()
        .build();
  }

  /** {@code x[s], x[s + 1]}: the arguments for the samples of a pass. */
  static CodeBlock rows(String matrix, String first, int samples) {
    return IntStream.range(0, samples)
        .mapToObj(k -> CodeBlock.of("$L[$L]", matrix, Indices.plus(first, k)))
        .collect(CodeBlock.joining(",$W"));
  }

  /**
   * As many samples at once as can be, and the rest in smaller passes. Where there are passes of
   * one sample fewer, but not of one alone, a few of them come first, so that a small pass, which
   * takes long for its samples, is left over of a small count only.
   *
   * @param sizes samples of a pass, the most first
   */
  static CodeBlock of(List<Integer> sizes, IntFunction<CodeBlock> pass) {
    int most = sizes.get(0);
    int fewer = most - 1;
    boolean even = fewer > 1 && sizes.contains(fewer);
    CodeBlock.Builder code = CodeBlock.builder().addStatement("int s = 0");
    if (even) {
      code.add(
              "// Passes of $L and of $L add up to every count from $L on.\n",
              fewer,
              most,
              (fewer - 1) * (most - 1))
          .beginControlFlow(
              "for (int left = ($1L - count % $1L) % $1L; left > 0 && s <= count - $2L; left--)",
              most, fewer)
          .addStatement(pass.apply(fewer))
          .addStatement("s += $L", fewer)
          .endControlFlow();
    }
    sizes.stream()
        .filter(size -> !(even && size == fewer))
        .forEach(size -> code.add(loop(size, pass)));
    return code.build();
  }

  private static CodeBlock loop(int size, IntFunction<CodeBlock> pass) {
    String head =
        size == 1 ? "if (s < count)" : "for (; s <= count - " + size + "; s += " + size + ")";
    return CodeBlock.builder()
        .beginControlFlow("$L", head)
        .addStatement(pass.apply(size))
        .endControlFlow()
        .build();
  }
}
