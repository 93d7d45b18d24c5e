package io.github.gradsmith.training.internal.outcome;

import io.github.gradsmith.Topology;

/** A network with the rows that it is judged by, in numbers of one precision. */
public interface Subject {
  /** What the network is. */
  Topology topology();

  /** All parameters, in their flat order. */
  double[] parameters();

  /** The number of rows; 0 if none were given. */
  int rows();

  /** What a row counts. */
  double weight(int row);

  /** The input of a row; a new array. */
  double[] input(int row);

  /** What is right for a row, in its own units; a new array. */
  double[] target(int row);

  /** What the network says of a row, in the targets' units; a new array. */
  double[] output(int row);

  /** Whether targets have units of their own, which the network has learnt scaled. */
  boolean hasUnits();

  /** The outputs of all layers for a row, the input first; new arrays. */
  double[][] layers(int row);

  /** The loss of a row. */
  double loss(int row);
}
