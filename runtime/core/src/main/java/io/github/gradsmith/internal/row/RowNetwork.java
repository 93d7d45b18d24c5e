package io.github.gradsmith.internal.row;

/** A network of which a record is a row: files hold its statistics beside the parameters. */
public interface RowNetwork {
  /** What it keeps of its rows; replicas share it. */
  RowState rowState();
}
