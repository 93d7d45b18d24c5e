package io.github.gradsmith.spark.internal.net;

import java.io.Serializable;

/** The rows of a group of blocks in the network's precision, as executors keep them. */
public abstract class Group implements Serializable {
  private static final long serialVersionUID = 1;

  private final int number;

  Group(int number) {
    this.number = number;
  }

  /** Its number, from 0. */
  public final int number() {
    return number;
  }
}
