package io.github.gradsmith.processor.kernel;

import com.palantir.javapoet.CodeBlock;
import io.github.gradsmith.processor.plan.StripTile;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

/** How kernels on strips go through {@code count} samples, a few from {@code s} on at once. */
final class StripPasses {
  /** The constant of the companion that says whether vectors have 512 bits. */
  static final String WIDE = "WIDE";

  private StripPasses() {}

  /** One way for vectors of 512 bits, one for others: a JVM compiles only one of them. */
  static CodeBlock either(Function<StripTile, CodeBlock> way) {
    return CodeBlock.builder()
        .beginControlFlow("if ($L)", WIDE)
        .add(way.apply(StripTile.WIDE))
        .nextControlFlow("else")
        .add(way.apply(StripTile.NARROW))
        .endControlFlow()
        .build();
  }

  /** {@code sums2Of3} for vectors of up to 256 bits, {@code wideSums2Of3} for those of 512. */
  static String name(StripTile tile, String name) {
    return tile.equals(StripTile.WIDE)
        ? "wide" + Character.toUpperCase(name.charAt(0)) + name.substring(1)
        : name;
  }

  /** As many samples at once as can be, and the rest in smaller passes. */
  static CodeBlock greedy(List<Integer> sizes, IntFunction<CodeBlock> pass) {
    CodeBlock.Builder code = CodeBlock.builder().addStatement("int s = 0");
    sizes.forEach(size -> code.add(loop(size, pass)));
    return code.build();
  }

  /**
   * The same, but begins with a few passes of one sample fewer, so that a small pass, which takes
   * long for its samples, is left over of a small count only.
   */
  static CodeBlock even(List<Integer> sizes, IntFunction<CodeBlock> pass) {
    int most = sizes.get(0);
    int fewer = most - 1;
    CodeBlock.Builder code =
        CodeBlock.builder()
            .addStatement("int s = 0")
            .add(
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
    sizes.stream().filter(size -> size != fewer).forEach(size -> code.add(loop(size, pass)));
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
