package io.github.gradsmith.training.internal.loop;

import io.github.gradsmith.TopologyLayer;
import io.github.gradsmith.safetensors.Safetensors;
import io.github.gradsmith.safetensors.Tensor;
import io.github.gradsmith.training.Metric;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A network with its rows as the loop sees them, whatever their precision. */
public interface Learner extends AutoCloseable {
  /** Where parameters are kept. */
  enum Kept {
    /** Those of the best epoch. */
    BEST("best"),
    /** Those of the last finished epoch. */
    EPOCH("epoch");

    private final String text;

    Kept(String text) {
      this.text = text;
    }

    /** What the names of their tensors in a checkpoint begin with. */
    String prefix() {
      return "training." + text + ".";
    }
  }

  /** The number of training rows. */
  int rows();

  /** The number of validation rows; 0 if there are none. */
  int validationRows();

  /** The values of a target. */
  int outputs();

  /** Takes references to the rows of the next mini-batch. */
  void gather(int[] order, int from, int to);

  /** The sum of the mini-batch's weights; its rows if there are none. */
  double weight();

  /**
   * One step. If a number is not finite it may be left out.
   *
   * @param isWatched whether it is one of those of which {@link #watched} says something
   * @return the mean loss before it
   */
  double step(double rate, boolean isWatched);

  /** The layers of which {@link #watched} says something; none if that was not wished. */
  List<TopologyLayer> watchedLayers();

  /**
   * What the last watched step did to the layers: the ratios of the step to the parameters, then
   * the norms of the gradient. The array itself.
   */
  double[] watched();

  /** Whether steps take the gradient first, so that there is a norm. */
  boolean takesGradient();

  /** The norm of the last step's gradient before clipping; NaN if it was not computed. */
  double gradientNorm();

  /** The loss of the validation rows. */
  double validationLoss();

  /** Feeds the validation rows to evaluators. */
  void feed(Metric.Evaluator... evaluators);

  /** Whether all parameters are finite. */
  boolean hasFiniteParameters();

  /** Whether all parameters and what the optimizer keeps are finite. This one takes memory. */
  boolean hasFiniteState();

  /** Keeps the parameters. */
  void keep(Kept where);

  /** Gives the network parameters back that were kept. */
  void restore(Kept from);

  /** Has the optimizer forget. */
  void resetOptimizer();

  /** A number of 64 bits that depends on all bits of the rows; 0 for rows that are not there. */
  long hash(boolean ofValidation);

  /** What the network would go on training from. */
  Safetensors training() throws IOException;

  /** Kept parameters as tensors. */
  List<Tensor> tensors(Kept kept);

  /** Takes kept parameters from tensors. */
  void take(Kept kept, Safetensors file) throws IOException;

  /** Loads the network. */
  void load(Path file) throws IOException;

  @Override
  void close();
}
