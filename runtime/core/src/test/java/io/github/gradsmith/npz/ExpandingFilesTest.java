package io.github.gradsmith.npz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.github.gradsmith.Topology;
import io.github.gradsmith.WeightsException;
import io.github.gradsmith.internal.weights.ParameterTensors;
import io.github.gradsmith.safetensors.Tensor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A small file expands to what a network takes, and not to all that it could. */
class ExpandingFilesTest {
  private static final long MOST_BYTES = 4L << 20;

  /** An array of 32 MB that takes 32 kB in the file. */
  private static final int SIDE = 2896;

  private static final byte[] LARGE = array(SIDE, SIDE);
  private static final byte[] LARGE_STORED = RawZip.deflated(LARGE);

  private static byte[] array(int... shape) {
    int size = 1;
    for (int dimension : shape) {
      size *= dimension;
    }
    return RawArray.of(new double[size], shape, "<f4", false).bytes();
  }

  private static RawZip large(RawZip zip, String name) {
    return zip.entry(name, LARGE_STORED, LARGE.length, 0, RawZip.Form.DEFLATED);
  }

  private static RawZip network() {
    return new RawZip()
        .entry("layer2.weight.npy", array(1, 2), RawZip.Form.DEFLATED)
        .entry("layer2.bias.npy", array(1), RawZip.Form.DEFLATED);
  }

  /** Loads the parameters of a network, and takes little memory, whatever comes of it. */
  private static Map<String, Tensor> load(RawZip zip) throws IOException {
    Topology topology =
        Topology.builder().layers(2, 1).activations("TANH").loss("HALF_SQUARED_ERROR").build();
    byte[] file = zip.end();
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    try {
      return Npz.read(new ByteArrayInputStream(file)).tensors(new ParameterTensors(topology));
    } finally {
      assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(MOST_BYTES);
    }
  }

  private static void refused(RawZip zip, String message) {
    assertThatThrownBy(() -> load(zip))
        .isInstanceOf(WeightsException.class)
        .hasMessageContaining(message);
  }

  @Test
  void whatNobodyTakesIsNotExpanded() throws IOException {
    RawZip zip = large(network(), "optimizer.exp_avg.layer2.weight.npy");
    assertThat(load(zip).keySet()).containsExactly("layer2.weight", "layer2.bias");
  }

  @Test
  void whatDoesNotFitIsNotExpanded() {
    refused(large(network(), "x.npy"), "unknown tensor x, expected [layer2.weight, layer2.bias]");
    refused(
        large(new RawZip(), "layer2.weight.npy")
            .entry("layer2.bias.npy", array(1), RawZip.Form.STORED),
        "layer2.weight has shape [2896, 2896], expected [1, 2]");
  }

  @Test
  void noMoreIsExpandedThanAShapeSays() {
    byte[] more = new byte[LARGE.length];
    byte[] small = array(1, 2);
    System.arraycopy(small, 0, more, 0, small.length);
    byte[] stored = RawZip.deflated(more);
    RawZip honest =
        new RawZip()
            .entry("layer2.weight.npy", stored, more.length, 0, RawZip.Form.DEFLATED)
            .entry("layer2.bias.npy", array(1), RawZip.Form.STORED);
    refused(honest, "array layer2.weight has 33547264 bytes of data, expected 8");
    RawZip lying =
        new RawZip()
            .entry("layer2.weight.npy", stored, small.length, 0, RawZip.Form.DEFLATED)
            .entry("layer2.bias.npy", array(1), RawZip.Form.STORED);
    refused(lying, "array layer2.weight goes on after its 8 bytes");
    RawZip.Form wide = new RawZip.Form(true, false, true, true);
    RawZip boasting =
        new RawZip()
            .entry("layer2.weight.npy", stored, 1L << 40, 0, wide)
            .entry("layer2.bias.npy", array(1), RawZip.Form.STORED);
    refused(boasting, "array layer2.weight claims 1099511627776 bytes, more than its ");
  }

  @Test
  void entriesShareNoBytes() {
    byte[] inner = new RawZip().entry("layer2.bias.npy", array(1), RawZip.Form.STORED).end();
    RawZip zip = new RawZip().entry("layer2.weight.npy", inner, RawZip.Form.STORED);
    zip.entry("layer2.bias.npy", array(1), RawZip.Form.STORED);
    byte[] file = zip.end();
    int offset = zip.fields().get(zip.fields().size() - 9).offset();
    assertThat(file[offset + 1]).as("where the second entry begins").isNotZero();
    file[offset] = 47; // within the first, where an entry of that name stands
    file[offset + 1] = 0;
    assertThatThrownBy(() -> Npz.read(new ByteArrayInputStream(file)))
        .isInstanceOf(WeightsException.class)
        .hasMessageContaining("its entries layer2.weight.npy and layer2.bias.npy overlap");
  }
}
