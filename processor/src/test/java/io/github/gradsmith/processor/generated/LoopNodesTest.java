package io.github.gradsmith.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.processor.generated.LoopNodes.Loop;
import org.junit.jupiter.api.Test;

/** How loops are counted; every random network is asked whether its loops are small enough. */
class LoopNodesTest {
  /** Two arrays, five rows: the largest that was measured to be fast. */
  @Test
  void countsAsMeasured() {
    assertThat(
            LoopNodes.of(
                loop(
                    "z[l] += a*p[l] + b*q[l] + c*r[l] + d*s[l] + e*t[l]; "
                        + "y[l] += f*p[l] + g*q[l] + h*r[l] + i*s[l] + j*t[l];")))
        .containsExactly(new Loop("m", LoopNodes.MOST));
  }

  @Test
  void countsOneArrayOfEightRowsAndBiases() {
    assertThat(
            LoopNodes.of(loop("z[l] = b[l] + c*p[l] + c*q[l] + c*r[l] + c*s[l] + c*t[l] + c*u[l]")))
        .containsExactly(new Loop("m", 7 + 12 + 1));
  }

  @Test
  void leavesOtherLoopsAlone() {
    assertThat(LoopNodes.of(loop("z[l] = Math.max(0, x[l])"))).isEmpty();
    assertThat(LoopNodes.of(loop("sum += x[l] * y[l]"))).isEmpty();
    assertThat(LoopNodes.of(loop("a[l] = z[l] * (c + z[l] * d)"))).isEmpty();
  }

  private static String loop(String body) {
    return "class A { void m() { for (int l = 0; l < n; l++) { " + body + "; } } }";
  }
}
