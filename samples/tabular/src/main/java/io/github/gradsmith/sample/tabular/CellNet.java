package io.github.gradsmith.sample.tabular;

import static io.github.gradsmith.Activation.SIGMOID;
import static io.github.gradsmith.Activation.TANH;
import static io.github.gradsmith.Loss.BINARY_CROSS_ENTROPY;

import io.github.gradsmith.AdamW;
import io.github.gradsmith.DoubleNetwork;
import io.github.gradsmith.DoubleRows;
import io.github.gradsmith.Network;
import io.github.gradsmith.row.Size;
import java.util.Collection;

/** Says how probable it is that a tumour is benign. It keeps mean and deviation of its rows. */
@Network(
    layers = {30, 16, 1},
    activation = {TANH, SIGMOID},
    loss = BINARY_CROSS_ENTROPY)
@AdamW(weightDecay = 0.1)
public interface CellNet extends DoubleNetwork {
  /** The nuclei of a tumour, 30 measures of them. */
  record Cells(@Size(30) double[] measures) {}

  /** A tumour that was examined. */
  record Case(Cells cells, boolean benign) {}

  /** The probability that a tumour is benign. */
  double benign(Cells cells);

  /** Learns mean and deviation of each measure. */
  void adapt(Collection<Case> cases);

  /** Rows for training. */
  DoubleRows rows(Collection<Case> cases);
}
