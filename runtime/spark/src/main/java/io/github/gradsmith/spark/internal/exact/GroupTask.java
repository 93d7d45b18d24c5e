package io.github.gradsmith.spark.internal.exact;

import io.github.gradsmith.spark.internal.net.Engine;
import io.github.gradsmith.spark.internal.net.Group;
import io.github.gradsmith.training.BlockGradient;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;

/** What a task computes: the parts of its groups, from the weights of the step. */
final class GroupTask implements FlatMapFunction<Iterator<Group>, BlockGradient.Part> {
  private static final long serialVersionUID = 1;

  private final String network;
  private final Broadcast<byte[]> weights;
  private final int groupBlocks;
  private final String kernels;

  GroupTask(String network, Broadcast<byte[]> weights, int groupBlocks, String kernels) {
    this.network = network;
    this.weights = weights;
    this.groupBlocks = groupBlocks;
    this.kernels = kernels;
  }

  @Override
  public Iterator<BlockGradient.Part> call(Iterator<Group> groups) {
    List<BlockGradient.Part> parts = new ArrayList<>();
    if (groups.hasNext()) {
      Engine engine = Engine.load(network, weights.value());
      String own = engine.topology().kernels();
      if (!own.equals(kernels)) {
        throw new IllegalStateException(
            "kernels here are "
                + own
                + " and on the driver "
                + kernels
                + ", which differ in bits. Give both JVMs -Dgradsmith.simd=off:"
                + " spark.executor.extraJavaOptions, and --driver-java-options of spark-submit");
      }
      BlockGradient blocks = BlockGradient.groupsOf(groupBlocks);
      while (groups.hasNext()) {
        parts.add(engine.part(blocks, groups.next()));
      }
    }
    return parts.iterator();
  }
}
