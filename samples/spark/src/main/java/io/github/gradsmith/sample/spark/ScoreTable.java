package io.github.gradsmith.sample.spark;

import io.github.gradsmith.FloatRows;
import io.github.gradsmith.spark.Scoring;
import io.github.gradsmith.training.Fit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Asks a network on each row of a table; columns become a record by their names. */
public final class ScoreTable {
  private ScoreTable() {}

  /** Trains on 2,000 pumps in this JVM, and scores 20,000 others on Spark. */
  public static void main(String[] args) throws IOException {
    Path weights = Files.createTempFile("pump", ".safetensors");
    PumpNet net = new PumpNetImpl(1);
    List<Pump.Visit> visits = LongStream.range(1_000_000, 1_002_000).mapToObj(Made::visit).toList();
    net.adapt(visits);
    FloatRows rows = net.rows(visits);
    Fit.epochs(40).batchSize(16).learningRate(0.01).seed(1).run(net, rows);
    net.save(weights);

    SparkSession spark = Made.spark("score");
    Dataset<Row> pumps = Made.pumps(spark, 20_000);
    Dataset<Row> scored = Scoring.of(PumpNet.class, weights).transform(pumps);
    scored.printSchema();
    scored.orderBy("id").show(5, false);
    scored.groupBy("score.answer").count().orderBy("answer").show();
    long right =
        scored.select("id", "score.answer").collectAsList().stream()
            .filter(row -> Made.visit(row.getLong(0)).state().name().equals(row.getString(1)))
            .count();
    System.out.println(right + " of 20000 are as they were found");
    spark.stop();
    Files.delete(weights);
  }
}
