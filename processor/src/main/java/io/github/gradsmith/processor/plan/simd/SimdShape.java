package io.github.gradsmith.processor.plan.simd;

/** How the SIMD kernels of one layer are looped. */
public sealed interface SimdShape {
  /** What {@code cases} does with this shape. */
  <R> R fold(Cases<R> cases);

  /** Rows of weights that are copied behind the scratch, for the deltas' way back. */
  default int copiedRows() {
    return 0;
  }

  /** Whether the weights are kept in panels of neurons. */
  default boolean hasPanels() {
    return false;
  }

  /** Whether sums are vectors whose lanes are added up at last. */
  default boolean addsLanesForward() {
    return false;
  }

  /** Whether the deltas of the layer before are such sums. */
  default boolean addsLanesBack() {
    return false;
  }

  /** Whether kernels are written beside the plain loops. */
  default boolean hasKernels() {
    return true;
  }

  /** This shape in a few words, for a reader of the size report. */
  String words();

  /**
   * What is to be done with each shape; javac demands all of them.
   *
   * @param <R> what comes of it
   */
  interface Cases<R> {
    R none(None shape);

    R rowTiles(RowTiles shape);

    R inputMajorTiles(InputMajorTiles shape);

    R panels(Panels shape);
  }

  /** No kernels: the plain loops serve SIMD, too. */
  record None() implements SimdShape {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.none(this);
    }

    @Override
    public boolean hasKernels() {
      return false;
    }

    @Override
    public String words() {
      return "the plain loops";
    }
  }

  /**
   * Rows of weights, one for each neuron, share the loads of an input.
   *
   * @param tiles rows of each pass
   */
  record RowTiles(SimdTiles tiles) implements SimdShape {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.rowTiles(this);
    }

    @Override
    public boolean addsLanesForward() {
      return true;
    }

    @Override
    public String words() {
      return tiles.words();
    }
  }

  /**
   * Rows of weights, one for each input, share the loads of sums. Forward is of the kind of the
   * deltas' way back over {@link RowTiles}, and the way back that of their sums.
   *
   * @param tiles rows of each pass
   */
  record InputMajorTiles(SimdTiles tiles) implements SimdShape {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.inputMajorTiles(this);
    }

    @Override
    public boolean addsLanesBack() {
      return true;
    }

    @Override
    public String words() {
      return tiles.words();
    }
  }

  /**
   * Panels of neurons. A panel belongs to the neurons of a few vectors, see {@link PanelTile}, and
   * holds for each input the weights to all of them. An input is broadcast to all lanes, so that no
   * sum crosses them, and the weights of a panel follow one another in memory. Measurements:
   * docs/design/kernels.md.
   *
   * @param copiedRows rows of weights that deltas go back through at once, copied to the end of the
   *     layer's scratch: 0 where none go back
   */
  record Panels(int copiedRows) implements SimdShape {
    /**
     * Inputs of a pass forward. C2 unrolls a pass of one input further and spills the sums.
     * Measurements: docs/design/kernels.md.
     */
    public static final int INPUTS = 2;

    /**
     * Inputs of a block of the update: its weights stay in the first level cache for all samples.
     */
    public static final int BLOCK = 112;

    /** Inputs of a pass of the deltas back: with two samples eight sums. */
    public static final int BACK_INPUTS = 4;

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.panels(this);
    }

    @Override
    public boolean addsLanesBack() {
      return true;
    }

    @Override
    public boolean hasPanels() {
      return true;
    }

    @Override
    public String words() {
      return "panels of %d vectors, %d samples a pass (%d and %d with 512 bits)"
          .formatted(
              PanelTile.NARROW.vectors(),
              PanelTile.NARROW.forward().get(0),
              PanelTile.WIDE.vectors(),
              PanelTile.WIDE.forward().get(0));
    }
  }
}
