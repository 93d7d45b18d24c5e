package io.github.gradsmith.training;

import io.github.gradsmith.DoubleNetwork;
import io.github.gradsmith.DoubleRows;
import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.FloatRows;
import io.github.gradsmith.TrainingRows;
import io.github.gradsmith.training.internal.block.DoubleSums;
import io.github.gradsmith.training.internal.block.FloatSums;
import io.github.gradsmith.training.internal.block.Sums;
import io.github.gradsmith.training.internal.block.Tree;
import java.io.Serializable;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The mean gradient of many rows, with the same bits wherever its parts are computed: on one
 * machine or on several, in any order, once or again after a failure.
 *
 * <p>Rows have an order, the rank. 256 consecutive rows are a block, and 2ᵏ blocks are a group. The
 * gradient of a block is that of {@link FloatNetwork#gradient}, times the block's weight Σ w.
 * Blocks are added up as a binary tree: neighbours, then neighbours of those, and so on. A group is
 * a node of the tree: a {@link Part}, which one machine computes as a whole. So neither k nor where
 * the groups are changes a bit.
 *
 * <pre>{@code
 * BlockGradient blocks = BlockGradient.groupsOf(64);
 * BlockGradient.Part part = blocks.part(network, rowsOfGroup, group); // on any machine
 * double loss = blocks.mean(parts, gradient); // on one, of all parts in any order
 * network.update(gradient, 0.1f);
 * }</pre>
 *
 * <p>The bits are the same if all machines run the same kernels, as {@code topology().kernels()}
 * names them. Masks of dropout depend on a row's place in its mini-batch, here in its block.
 */
public final class BlockGradient {
  /** The rows of a block. */
  public static final int BLOCK = 256;

  private final int groupRows;

  private BlockGradient(int groupRows) {
    this.groupRows = groupRows;
  }

  /**
   * Groups of so many blocks.
   *
   * @param blocks a power of 2, from 1 to 2²⁰
   * @throws IllegalArgumentException if it is another number
   */
  public static BlockGradient groupsOf(int blocks) {
    if (blocks < 1 || blocks > 1 << 20 || Integer.bitCount(blocks) > 1) {
      throw new IllegalArgumentException(
          "a group is of " + blocks + " blocks, expected a power of 2 from 1 to 1048576");
    }
    return new BlockGradient(blocks * BLOCK);
  }

  /** The rows of a group; the last group may have fewer. */
  public int groupRows() {
    return groupRows;
  }

  /**
   * The number of the group that a row belongs to.
   *
   * @param rank the row's place among all rows, from 0
   */
  public int group(long rank) {
    return Math.toIntExact(rank / groupRows);
  }

  /**
   * The sums of one group.
   *
   * @param network is asked for gradients and not changed
   * @param rows all rows of the group, by rank
   * @param group its number, from 0
   * @throws IllegalArgumentException if there are more rows than a group has, or of other widths
   */
  public Part part(FloatNetwork network, FloatRows rows, int group) {
    require(rows, group);
    return new Part(group, rows.size(), FloatSums.of(network, rows, BLOCK));
  }

  /** As {@link #part(FloatNetwork, FloatRows, int)}. */
  public Part part(DoubleNetwork network, DoubleRows rows, int group) {
    require(rows, group);
    return new Part(group, rows.size(), DoubleSums.of(network, rows, BLOCK));
  }

  private void require(TrainingRows<?> rows, int group) {
    if (group < 0) {
      throw new IllegalArgumentException("group is " + group + ", expected at least 0");
    }
    if (rows.size() > groupRows) {
      throw new IllegalArgumentException(
          "group " + group + " has " + rows.size() + " rows, expected at most " + groupRows);
    }
  }

  /**
   * The mean gradient of all rows, Σ w ∂l/∂W / Σ w.
   *
   * @param parts those of all groups, in any order
   * @param gradient receives as many values as the network has parameters
   * @return the mean loss, Σ w l / Σ w
   * @throws IllegalArgumentException if a group is missing, there twice or not full before the last
   *     one, or all weights are 0
   */
  public double mean(Collection<Part> parts, float[] gradient) {
    FloatSums sum = (FloatSums) sum(parts);
    requireLength(sum.size(), gradient.length);
    sum.mean(gradient);
    return sum.loss() / sum.weight();
  }

  /** As {@link #mean(Collection, float[])}. */
  public double mean(Collection<Part> parts, double[] gradient) {
    DoubleSums sum = (DoubleSums) sum(parts);
    requireLength(sum.size(), gradient.length);
    sum.mean(gradient);
    return sum.loss() / sum.weight();
  }

  private Sums sum(Collection<Part> parts) {
    List<Part> sorted = parts.stream().sorted(Comparator.comparingInt(Part::group)).toList();
    if (sorted.isEmpty()) {
      throw new IllegalArgumentException("there is no part");
    }
    Tree tree = new Tree();
    for (int i = 0; i < sorted.size(); i++) {
      Part part = sorted.get(i);
      if (part.group != i) {
        throw new IllegalArgumentException(
            part.group < i
                ? "group " + part.group + " is there twice"
                : "group " + i + " is missing");
      }
      if (part.rows < groupRows && i < sorted.size() - 1) {
        throw new IllegalArgumentException(
            "group " + i + " has " + part.rows + " rows, expected " + groupRows);
      }
      tree.add(part.sums.copy());
    }
    Sums sum = tree.sum();
    if (sum.weight() == 0) {
      throw new IllegalArgumentException("the weights of all rows are 0");
    }
    return sum;
  }

  private static void requireLength(int expected, int length) {
    if (length != expected) {
      throw new IllegalArgumentException(
          "gradient has " + length + " values, expected " + expected);
    }
  }

  /**
   * The mean gradient of rows that are all here: the bits that machines together give.
   *
   * @param rows by rank
   * @param gradient receives {@code parameterCount()} values
   * @return the mean loss
   * @throws IllegalArgumentException if widths do not fit, or all weights are 0
   */
  public static double of(FloatNetwork network, FloatRows rows, float[] gradient) {
    BlockGradient all = new BlockGradient(Integer.MAX_VALUE);
    return all.mean(List.of(all.part(network, rows, 0)), gradient);
  }

  /** As {@link #of(FloatNetwork, FloatRows, float[])}. */
  public static double of(DoubleNetwork network, DoubleRows rows, double[] gradient) {
    BlockGradient all = new BlockGradient(Integer.MAX_VALUE);
    return all.mean(List.of(all.part(network, rows, 0)), gradient);
  }

  /** The sums of one group of rows; it travels from one machine to another. */
  public static final class Part implements Serializable {
    private static final long serialVersionUID = 1;

    private final int group;
    private final int rows;
    private final Sums sums;

    private Part(int group, int rows, Sums sums) {
      this.group = group;
      this.rows = rows;
      this.sums = sums;
    }

    /** The group's number, from 0. */
    public int group() {
      return group;
    }

    /** How many rows it has. */
    public int rows() {
      return rows;
    }

    /** Σ w of its rows. */
    public double weight() {
      return sums.weight();
    }

    /** Σ w l of its rows. */
    public double loss() {
      return sums.loss();
    }
  }
}
