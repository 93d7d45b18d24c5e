package io.github.gradsmith.spark.internal.exact;

import io.github.gradsmith.spark.internal.data.Source;
import io.github.gradsmith.spark.internal.net.Engine;
import io.github.gradsmith.spark.internal.net.Group;
import io.github.gradsmith.spark.internal.net.Sample;
import io.github.gradsmith.training.BlockGradient;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.Tuple2;

/** Rows of a table as groups of blocks: by rank of their ids, whole groups in each partition. */
final class Groups implements Serializable {
  private static final long serialVersionUID = 1;

  private final String network;
  private final Source source;
  private final int groupBlocks;

  Groups(String network, Source source, int groupBlocks) {
    this.network = network;
    this.source = source;
    this.groupBlocks = groupBlocks;
  }

  private record Ranked(long rank, Sample sample) implements Serializable {}

  JavaRDD<Group> of(Dataset<?> table, int partitions) {
    return source
        .select(table)
        .orderBy("id")
        .toJavaRDD()
        .mapPartitions(this::samples)
        .zipWithIndex()
        .mapToPair(this::ranked)
        .partitionBy(new GroupPartitioner(partitions))
        .mapPartitions(this::groups);
  }

  /** Equal ids are neighbours, and in one partition. */
  private Iterator<Sample> samples(Iterator<Row> rows) {
    return new Iterator<>() {
      private Object before;

      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public Sample next() {
        Row row = rows.next();
        before = source.next(before, row);
        return source.sample(row);
      }
    };
  }

  private Tuple2<Integer, Ranked> ranked(Tuple2<Sample, Long> row) {
    int group = BlockGradient.groupsOf(groupBlocks).group(row._2());
    return new Tuple2<>(group, new Ranked(row._2(), row._1()));
  }

  private Iterator<Group> groups(Iterator<Tuple2<Integer, Ranked>> rows) {
    Map<Integer, List<Ranked>> members = new TreeMap<>();
    while (rows.hasNext()) {
      Tuple2<Integer, Ranked> row = rows.next();
      members.computeIfAbsent(row._1(), g -> new ArrayList<>()).add(row._2());
    }
    if (members.isEmpty()) {
      return List.<Group>of().iterator();
    }
    Engine engine = Engine.create(network, 0);
    List<Group> groups = new ArrayList<>();
    members.forEach(
        (number, group) -> {
          group.sort(Comparator.comparingLong(Ranked::rank));
          groups.add(engine.group(number, group.stream().map(Ranked::sample).toList()));
        });
    return groups.iterator();
  }
}
