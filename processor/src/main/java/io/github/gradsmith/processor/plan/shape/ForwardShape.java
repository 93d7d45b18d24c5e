package io.github.gradsmith.processor.plan.shape;

import io.github.gradsmith.internal.layout.InterleavedPanels;
import java.util.List;
import java.util.Optional;

/** How the weighted sums of one layer are looped. */
public sealed interface ForwardShape {
  /** Samples of one pass of the update: more of them, and C2 no longer vectorises the loop. */
  int UPDATE_SAMPLES = 5;

  /** This shape in a few words, for a reader of the size report. */
  String words();

  /** What {@code cases} does with this shape. */
  <R> R fold(Cases<R> cases);

  /** The order of the weights that it reads. */
  default WeightLayout layout() {
    return WeightLayout.ROWS;
  }

  /** Whether the code is written out for each weight. */
  default boolean isUnrolled() {
    return false;
  }

  /** This shape if it reads a packed copy of the weights. */
  default Optional<InterleavedPanel> packing() {
    return Optional.empty();
  }

  /**
   * Entries of the scratch that the weighted sums use, one number for each of their ways.
   *
   * @param trains whether there are steps on few samples, which go another way
   */
  default List<Integer> sumScratch(boolean trains) {
    return List.of();
  }

  /** Entries of the scratch that the deltas need on their way back. */
  default List<Integer> backScratch() {
    return List.of();
  }

  /** Entries of the scratch that an update of so many inputs uses. */
  default List<Integer> updateScratch(int inputs) {
    return List.of();
  }

  /**
   * What is to be done with each shape: a new one does not compile until everybody who asks says
   * what becomes of it.
   *
   * @param <R> what comes of it
   */
  interface Cases<R> {
    R unrolled(Unrolled shape);

    R registerBlocks(RegisterBlocks shape);

    R interleavedPanel(InterleavedPanel shape);

    R splitAccumulators(SplitAccumulators shape);

    R inputMajor(InputMajor shape);
  }

  /** Every product written out: for a handful of weights a loop costs more than it saves. */
  record Unrolled() implements ForwardShape {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.unrolled(this);
    }

    @Override
    public boolean isUnrolled() {
      return true;
    }

    @Override
    public String words() {
      return "written out";
    }
  }

  /**
   * A group of rows shares each load of an input and keeps its sums in locals.
   *
   * @param rows rows of a group; the last group may be smaller
   */
  record RegisterBlocks(int rows) implements ForwardShape {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.registerBlocks(this);
    }

    @Override
    public String words() {
      return rows == 1 ? "row by row" : "blocks of " + rows + " rows";
    }
  }

  /**
   * A few rows at a time side by side in one long loop, {@code t[l] = p[l] x[l] + p[l + length] x[l
   * + BLOCK] + …}. The weights are packed for it: blocks of {@link #BLOCK} entries of t belong to
   * the rows in turn, and in every further term each block reads the next block of the input. So no
   * entry is ever moved between lanes, and all rows share one copy of the input. See {@code
   * InterleavedPanels} in the runtime.
   *
   * @param rows rows of a group, and terms of each entry of t
   * @param length entries of t: the inputs, filled up with zeros to whole blocks of all rows
   * @param unpacked how a step on a few samples sums, for which packing does not pay off
   */
  record InterleavedPanel(int rows, int length, SplitAccumulators unpacked)
      implements ForwardShape {
    /**
     * Inputs of a block. With 16 floats the terms overlap within the steps that C2 unrolls into
     * one, and JDK 25 then gives up vectorising. Measurements: docs/design/kernels.md.
     */
    public static final int BLOCK = InterleavedPanels.BLOCK;

    /** So many samples of a step pay for packing. Measurements: docs/design/kernels.md. */
    public static final int WORTH_PACKING = 5;

    private static final int LANES = 16;

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.interleavedPanel(this);
    }

    @Override
    public Optional<InterleavedPanel> packing() {
      return Optional.of(this);
    }

    @Override
    public List<Integer> sumScratch(boolean trains) {
      return trains ? List.of(scratch(), unpacked.scratch()) : List.of(scratch());
    }

    @Override
    public String words() {
      return rows + " packed rows side by side, in loops of " + length;
    }

    /** Entries of t that are left when all blocks of a row are added up to one. */
    public int folded() {
      return rows * BLOCK;
    }

    /** Inputs that follow the last block once more, for the blocks that begin before it. */
    public int wrapped() {
      return (rows - 1) * BLOCK;
    }

    /** Entries of t: the sums, then the input; in one array their alignment is the same. */
    public int scratch() {
      return 2 * length + wrapped();
    }

    /** Groups of so many rows in all; the last one may be filled up with zeros. */
    public int groups(int outputs) {
      return (outputs + rows - 1) / rows;
    }

    /**
     * From one sample of an update in t to the next: whole vectors of 64 bytes of float. JDK 17
     * turns no loop into SIMD whose offsets are others. Measurements: docs/design/kernels.md.
     */
    public static int stride(int inputs) {
      return (inputs + LANES - 1) / LANES * LANES;
    }

    /** Entries of t: those of the sums, then the samples of a pass of the update. */
    @Override
    public List<Integer> updateScratch(int inputs) {
      return List.of(scratch() + UPDATE_SAMPLES * stride(inputs));
    }

    /** Weights of a packed group. */
    public int packed() {
      return rows * length;
    }
  }

  /**
   * Two rows at a time share the loads of the input, and each is folded: {@code t[l] = w[l] x[l] +
   * w[l + length] x[l + length] + …}, then t onto its own beginning, then partial sums. A plain dot
   * product is one ordered chain of additions, which the compiler may not turn into SIMD; the folds
   * have none.
   *
   * @param terms products in each entry of t
   * @param length entries of t for one row
   * @param folds parts of t that are added up to one
   * @param tail inputs left over: each joins an entry of t, so that there are no more of them
   */
  record SplitAccumulators(int terms, int length, int folds, int tail) implements ForwardShape {
    /** Rows of a pass. */
    public static final int ROWS = 2;

    /** The most terms: with two rows more loads than C2 vectorises would follow. */
    public static final int MOST_TERMS = 3;

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.splitAccumulators(this);
    }

    @Override
    public List<Integer> sumScratch(boolean trains) {
      return List.of(scratch());
    }

    @Override
    public String words() {
      return "pairs of rows, folded onto "
          + folded()
          + (tail == 0 ? "" : " with a rest of " + tail);
    }

    /** Entries of t after folding. */
    public int folded() {
      return length / folds;
    }

    /**
     * Where a copy of the input stands in t, behind the entries of all rows of a pass. In an array
     * of its own it would be aligned otherwise than the sums, and every vector of it straddle two
     * cache lines.
     */
    public int inputAt() {
      return ROWS * length;
    }

    /** Entries of t: those of all rows of a pass, and the input. */
    public int scratch() {
      return inputAt() + terms * length + tail;
    }
  }

  /**
   * All neurons side by side: {@code z[j] += x0 w0[j] + x1 w1[j] + …}, where a row of w belongs to
   * an input. For layers whose inputs are too few for a loop along them. The first pass begins with
   * the biases, all others are one loop: C2 vectorises no pass that stands by itself behind
   * another.
   *
   * @param first inputs of the first pass
   * @param inputs inputs of each further pass
   * @param back how the product of a row with the deltas is looped, on their way back: {@link
   *     SplitAccumulators} or {@link RegisterBlocks}
   */
  record InputMajor(int first, int inputs, ForwardShape back) implements ForwardShape {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.inputMajor(this);
    }

    @Override
    public List<Integer> backScratch() {
      return back.sumScratch(true);
    }

    @Override
    public WeightLayout layout() {
      return WeightLayout.INPUT_MAJOR;
    }

    @Override
    public String words() {
      return "all neurons side by side, a row for each input";
    }
  }
}
