package io.github.gradsmith.spark.internal.exact;

import org.apache.spark.Partitioner;

/** Gives each partition whole groups, in turn. */
final class GroupPartitioner extends Partitioner {
  private static final long serialVersionUID = 1;

  private final int partitions;

  GroupPartitioner(int partitions) {
    this.partitions = partitions;
  }

  @Override
  public int numPartitions() {
    return partitions;
  }

  @Override
  public int getPartition(Object group) {
    return (Integer) group % partitions;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof GroupPartitioner that && that.partitions == partitions;
  }

  @Override
  public int hashCode() {
    return partitions;
  }
}
