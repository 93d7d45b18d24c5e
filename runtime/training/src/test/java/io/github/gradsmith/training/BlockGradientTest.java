package io.github.gradsmith.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gradsmith.DoubleNetwork;
import io.github.gradsmith.DoubleRows;
import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.FloatRows;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The gradient of blocks has the same bits for any partitioning, and those of a plain tree. */
class BlockGradientTest {
  private static final int[] PARTITIONS = {1, 2, 3, 7, 16};

  /** A row with its rank, as it lies somewhere in a cluster. */
  private record Ranked(int rank, int row) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void floatsHaveTheBitsOfThePlainTree(long seed) throws Exception {
    Random random = new Random(seed);
    FloatRows rows = weighted(Nets.rows(size(random), seed), random);
    String optimizer = Nets.OPTIMIZERS.get(random.nextInt(Nets.OPTIMIZERS.size()));
    FloatNetwork network = Nets.FLOATS.get(optimizer).apply(seed);
    float[] expected = new float[network.parameterCount()];
    double loss = plain(network, rows, expected);
    float[] alone = new float[expected.length];
    assertThat(BlockGradient.of(network, rows, alone)).isEqualTo(loss);
    assertThat(alone).isEqualTo(expected);
    for (int partitions : PARTITIONS) {
      BlockGradient blocks = BlockGradient.groupsOf(1 << random.nextInt(5));
      List<BlockGradient.Part> parts = new ArrayList<>();
      for (Map<Integer, List<Ranked>> partition :
          scattered(rows.size(), blocks, partitions, random)) {
        FloatNetwork own = Nets.FLOATS.get(optimizer).apply(seed);
        partition.forEach(
            (group, members) -> parts.add(blocks.part(own, rows.select(order(members)), group)));
      }
      Collections.shuffle(parts, random);
      float[] gradient = new float[expected.length];
      assertThat(blocks.mean(sent(parts), gradient)).isEqualTo(loss);
      assertThat(gradient).as("%s partitions", partitions).isEqualTo(expected);
      assertThat(blocks.mean(parts, gradient)).as("once more").isEqualTo(loss);
      assertThat(gradient).as("once more").isEqualTo(expected);
      assertThat(parts.stream().mapToInt(BlockGradient.Part::rows).sum()).isEqualTo(rows.size());
      assertThat(parts.stream().mapToDouble(BlockGradient.Part::weight).sum())
          .isCloseTo(weight(rows), within(1e-9 * rows.size()));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void doublesHaveTheBitsOfThePlainTree(long seed) throws Exception {
    Random random = new Random(seed);
    DoubleRows rows = Nets.doubles(weighted(Nets.rows(size(random), seed), random));
    String optimizer = Nets.OPTIMIZERS.get(random.nextInt(Nets.OPTIMIZERS.size()));
    DoubleNetwork network = Nets.DOUBLES.get(optimizer).apply(seed);
    double[] expected = new double[network.parameterCount()];
    double loss = plain(network, rows, expected);
    double[] alone = new double[expected.length];
    assertThat(BlockGradient.of(network, rows, alone)).isEqualTo(loss);
    assertThat(alone).isEqualTo(expected);
    for (int partitions : PARTITIONS) {
      BlockGradient blocks = BlockGradient.groupsOf(1 << random.nextInt(5));
      List<BlockGradient.Part> parts = new ArrayList<>();
      for (Map<Integer, List<Ranked>> partition :
          scattered(rows.size(), blocks, partitions, random)) {
        DoubleNetwork own = Nets.DOUBLES.get(optimizer).apply(seed);
        partition.forEach(
            (group, members) -> parts.add(blocks.part(own, rows.select(order(members)), group)));
      }
      Collections.shuffle(parts, random);
      double[] gradient = new double[expected.length];
      assertThat(blocks.mean(sent(parts), gradient)).isEqualTo(loss);
      assertThat(gradient).as("%s partitions", partitions).isEqualTo(expected);
    }
  }

  @Test
  void theMeanIsThatOfOneLargeMiniBatch() {
    DoubleRows rows = Nets.doubles(weighted(Nets.rows(3000, 9), new Random(9)));
    DoubleNetwork network = Nets.DOUBLES.get("none").apply(9);
    double[] expected = new double[network.parameterCount()];
    double loss =
        network.gradient(rows.inputs(), rows.targets(), rows.weights(), 0, rows.size(), expected);
    double[] gradient = new double[expected.length];
    assertThat(BlockGradient.of(network, rows, gradient)).isCloseTo(loss, within(1e-12));
    for (int i = 0; i < expected.length; i++) {
      assertThat(gradient[i]).isCloseTo(expected[i], within(1e-12));
    }
  }

  @Test
  void blocksOfWeightZeroCountNothing() {
    FloatRows rows = Nets.rows(700, 3);
    float[] weights = new float[700];
    Arrays.fill(weights, 256, 512, 1);
    FloatNetwork network = Nets.plain(3);
    float[] expected = new float[network.parameterCount()];
    float loss = network.gradient(rows.inputs(), rows.targets(), 256, 512, expected);
    float[] gradient = new float[expected.length];
    assertThat(BlockGradient.of(network, rows.weighted(weights), gradient)).isEqualTo(loss);
    assertThat(gradient).isEqualTo(expected);
  }

  @Test
  void partsThatAreNotAllAreRefused() {
    BlockGradient blocks = BlockGradient.groupsOf(1);
    FloatNetwork network = Nets.plain(1);
    FloatRows rows = Nets.rows(600, 1);
    BlockGradient.Part zero = blocks.part(network, rows.cut(256).training(), 0);
    BlockGradient.Part one = blocks.part(network, rows.cut(344).validation(), 1);
    BlockGradient.Part two = blocks.part(network, rows.cut(512).validation(), 2);
    float[] gradient = new float[network.parameterCount()];
    assertThatThrownBy(() -> blocks.mean(List.of(zero, two), gradient))
        .hasMessage("group 1 is missing");
    assertThatThrownBy(() -> blocks.mean(List.of(zero, one, one), gradient))
        .hasMessage("group 1 is there twice");
    assertThatThrownBy(() -> blocks.mean(List.of(two), gradient)).hasMessage("group 0 is missing");
    assertThatThrownBy(() -> blocks.mean(List.of(), gradient)).hasMessage("there is no part");
    assertThatThrownBy(() -> blocks.mean(List.of(zero), new float[3]))
        .hasMessage("gradient has 3 values, expected 51");
    BlockGradient.Part few = blocks.part(network, rows.cut(500).validation(), 0);
    assertThatThrownBy(() -> blocks.mean(List.of(few, one), gradient))
        .hasMessage("group 0 has 100 rows, expected 256");
    assertThatThrownBy(() -> blocks.part(network, rows, 4))
        .hasMessage("group 4 has 600 rows, expected at most 256");
    assertThatThrownBy(() -> blocks.part(network, rows, -1))
        .hasMessage("group is -1, expected at least 0");
    assertThatThrownBy(() -> BlockGradient.groupsOf(3))
        .hasMessage("a group is of 3 blocks, expected a power of 2 from 1 to 1048576");
  }

  private static int size(Random random) {
    return 1 + random.nextInt(10_000);
  }

  private static FloatRows weighted(FloatRows rows, Random random) {
    if (random.nextInt(3) == 0) {
      return rows;
    }
    float[] weights = new float[rows.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = random.nextInt(4) == 0 ? 0 : random.nextFloat() * 3;
    }
    weights[0] = 1;
    return rows.weighted(weights);
  }

  private static double weight(FloatRows rows) {
    double sum = 0;
    for (int i = 0; i < rows.size(); i++) {
      sum += rows.weight(i);
    }
    return sum;
  }

  /** Rows in any order, whole groups in each partition. */
  private static List<Map<Integer, List<Ranked>>> scattered(
      int rows, BlockGradient blocks, int partitions, Random random) {
    List<Ranked> all = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      all.add(new Ranked(i, i));
    }
    Collections.shuffle(all, random);
    int salt = random.nextInt(100);
    List<Map<Integer, List<Ranked>>> found = new ArrayList<>();
    for (int p = 0; p < partitions; p++) {
      found.add(new TreeMap<>());
    }
    for (Ranked row : all) {
      int group = blocks.group(row.rank());
      found
          .get((group + salt) % partitions)
          .computeIfAbsent(group, g -> new ArrayList<>())
          .add(row);
    }
    return found;
  }

  private static int[] order(List<Ranked> members) {
    return members.stream()
        .sorted((a, b) -> Integer.compare(a.rank(), b.rank()))
        .mapToInt(Ranked::row)
        .toArray();
  }

  /** What arrives at another JVM. */
  private static List<BlockGradient.Part> sent(List<BlockGradient.Part> parts) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      for (BlockGradient.Part part : parts) {
        out.writeObject(part);
      }
    }
    List<BlockGradient.Part> arrived = new ArrayList<>();
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      for (int i = 0; i < parts.size(); i++) {
        arrived.add((BlockGradient.Part) in.readObject());
      }
    }
    return arrived;
  }

  /** Level by level, as the description says it: neighbours, then neighbours of those. */
  private static double plain(FloatNetwork network, FloatRows rows, float[] mean) {
    List<float[]> gradients = new ArrayList<>();
    List<double[]> sums = new ArrayList<>();
    for (int from = 0; from < rows.size(); from += 256) {
      int to = Math.min(rows.size(), from + 256);
      FloatRows block = rows.select(IntStream.range(from, to).toArray());
      double weight = weight(block);
      float[] g = new float[mean.length];
      double loss = 0;
      if (weight > 0) {
        float[] w = block.weights().length > 0 ? block.weights() : ones(to - from);
        loss = network.gradient(block.inputs(), block.targets(), w, 0, to - from, g);
      }
      for (int i = 0; i < g.length; i++) {
        g[i] = (float) (g[i] * weight);
      }
      gradients.add(g);
      sums.add(new double[] {loss * weight, weight});
    }
    while (gradients.size() > 1) {
      List<float[]> above = new ArrayList<>();
      List<double[]> sumsAbove = new ArrayList<>();
      for (int i = 0; i < gradients.size(); i += 2) {
        float[] g = gradients.get(i).clone();
        double[] s = sums.get(i).clone();
        if (i + 1 < gradients.size()) {
          for (int j = 0; j < g.length; j++) {
            g[j] = g[j] + gradients.get(i + 1)[j];
          }
          s[0] = s[0] + sums.get(i + 1)[0];
          s[1] = s[1] + sums.get(i + 1)[1];
        }
        above.add(g);
        sumsAbove.add(s);
      }
      gradients = above;
      sums = sumsAbove;
    }
    for (int i = 0; i < mean.length; i++) {
      mean[i] = (float) (gradients.get(0)[i] / sums.get(0)[1]);
    }
    return sums.get(0)[0] / sums.get(0)[1];
  }

  private static float[] ones(int count) {
    float[] ones = new float[count];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static double plain(DoubleNetwork network, DoubleRows rows, double[] mean) {
    List<double[]> nodes = new ArrayList<>();
    for (int from = 0; from < rows.size(); from += 256) {
      int to = Math.min(rows.size(), from + 256);
      double weight = 0;
      double[] w = new double[to - from];
      for (int i = from; i < to; i++) {
        w[i - from] = rows.weight(i);
        weight += rows.weight(i);
      }
      double[] node = new double[mean.length + 2];
      if (weight > 0) {
        double[] g = new double[mean.length];
        double loss =
            network.gradient(
                Arrays.copyOfRange(rows.inputs(), from, to),
                Arrays.copyOfRange(rows.targets(), from, to),
                w,
                0,
                to - from,
                g);
        for (int i = 0; i < g.length; i++) {
          node[i] = g[i] * weight;
        }
        node[mean.length] = loss * weight;
        node[mean.length + 1] = weight;
      }
      nodes.add(node);
    }
    while (nodes.size() > 1) {
      List<double[]> above = new ArrayList<>();
      for (int i = 0; i < nodes.size(); i += 2) {
        double[] node = nodes.get(i).clone();
        for (int j = 0; j < node.length && i + 1 < nodes.size(); j++) {
          node[j] += nodes.get(i + 1)[j];
        }
        above.add(node);
      }
      nodes = above;
    }
    double[] root = nodes.get(0);
    for (int i = 0; i < mean.length; i++) {
      mean[i] = root[i] / root[mean.length + 1];
    }
    return root[mean.length] / root[mean.length + 1];
  }
}
