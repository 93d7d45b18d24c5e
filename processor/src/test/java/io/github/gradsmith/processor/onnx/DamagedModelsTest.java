package io.github.gradsmith.processor.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.gradsmith.processor.model.ModelImport;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Mutilated models give a reason or a network, never a failure of ours or much memory. */
class DamagedModelsTest {
  private static final int FILES = 500;
  private static final long MOST_BYTES = 64L << 20;

  @Test
  void everyFaultHasAReason() throws IOException {
    byte[] intact = reference();
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    Random random = new Random(4);
    int refused = 0;
    for (int k = 0; k < FILES; k++) {
      byte[] damaged = damaged(intact, random);
      long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
      ModelImport made = OnnxImport.of(damaged);
      long allocated = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
      assertThat(allocated).as("file %s", k).isLessThan(MOST_BYTES);
      if (made instanceof ModelImport.Network network) {
        int parameters = 0;
        for (int layer = 1; layer < network.widths().size(); layer++) {
          parameters += (network.widths().get(layer - 1) + 1) * network.widths().get(layer);
        }
        assertThat(network.parameters()).hasSize(parameters);
      } else {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(FILES / 3);
  }

  private static byte[] reference() throws IOException {
    try (InputStream in = DamagedModelsTest.class.getResourceAsStream("/onnx/relu-softmax.onnx")) {
      return in.readAllBytes();
    }
  }

  private static byte[] damaged(byte[] intact, Random random) {
    byte[] damaged = intact.clone();
    switch (random.nextInt(4)) {
      case 0:
        return Arrays.copyOf(damaged, random.nextInt(damaged.length));
      case 1:
        damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
        return damaged;
      case 2:
        // Where names, dimensions and lengths are, before the first tensor's numbers.
        damaged[random.nextInt(300)] = (byte) random.nextInt();
        return damaged;
      default:
        for (int n = 0; n < 40; n++) {
          damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
        }
        return damaged;
    }
  }
}
