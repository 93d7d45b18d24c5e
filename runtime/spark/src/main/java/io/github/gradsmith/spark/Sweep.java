package io.github.gradsmith.spark;

import io.github.gradsmith.TrainingRows;
import io.github.gradsmith.spark.internal.sweep.Configured;
import io.github.gradsmith.spark.internal.sweep.Keyed;
import io.github.gradsmith.training.Fit;
import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Trains many networks, one in each task: configurations on the same rows, or a network for each
 * key of a table. Each result has the bits of training that network alone, wherever its task ran.
 *
 * <pre>{@code
 * List<Sweep.Result> best = Sweep.over(configurations).run(spark, IrisNet.class, training, validation);
 * Dataset<Row> models = Sweep.groupBy("customer", configuration)
 *     .features("features").label("spent").id("day").run(SpendNet.class, days);
 * }</pre>
 */
public final class Sweep {
  private Sweep() {}

  /**
   * How a network is trained.
   *
   * @param epochs passes over the rows
   * @param batchSize rows of a mini-batch
   * @param learningRate the learning rate
   * @param seed what initial weights and the order of rows depend on
   */
  public record Configuration(int epochs, int batchSize, double learningRate, long seed)
      implements Serializable {
    /** Training as {@link Fit} does it. */
    public Fit fit() {
      return Fit.epochs(epochs).batchSize(batchSize).learningRate(learningRate).seed(seed);
    }
  }

  /**
   * What came of a configuration.
   *
   * @param index its number, from 0
   * @param configuration how it was trained
   * @param loss the mean loss of the validation rows; NaN after a failure
   * @param weights the trained weights as a safetensors file; empty after a failure
   * @param failure what went wrong, or the empty string
   */
  public record Result(
      int index, Configuration configuration, double loss, byte[] weights, String failure)
      implements Serializable {}

  /**
   * A network for each configuration.
   *
   * @throws IllegalArgumentException if there is none, or one is no training
   */
  public static Configurations over(List<Configuration> configurations) {
    if (configurations.isEmpty()) {
      throw new IllegalArgumentException("there is no configuration");
    }
    configurations.forEach(Configuration::fit);
    return new Configurations(List.copyOf(configurations));
  }

  /**
   * A network for each value of a column.
   *
   * @throws IllegalArgumentException if the configuration is no training
   */
  public static Keys groupBy(String column, Configuration configuration) {
    configuration.fit();
    return new Keys(column, configuration, "features", "label", "", "", 0);
  }

  /** Configurations, each of which is tried on the same rows. */
  public static final class Configurations {
    private final List<Configuration> configurations;

    private Configurations(List<Configuration> configurations) {
      this.configurations = configurations;
    }

    /**
     * Trains them all. Rows are sent to each executor once. One that fails is noted, and the others
     * go on.
     *
     * @param network the interface with {@code @Network}
     * @param training rows to train on, of the network's precision
     * @param validation rows to judge by
     * @return all results, that of the lowest validation loss first, failures last
     */
    public List<Result> run(
        SparkSession spark,
        Class<?> network,
        TrainingRows<?> training,
        TrainingRows<?> validation) {
      return Configured.run(spark, network.getName(), configurations, training, validation);
    }
  }

  /** A network for each key, of the rows that have it. A value. */
  public static final class Keys {
    private final String key;
    private final Configuration configuration;
    private final String features;
    private final String label;
    private final String weight;
    private final String id;
    private final int tasks;

    private Keys(
        String key,
        Configuration configuration,
        String features,
        String label,
        String weight,
        String id,
        int tasks) {
      this.key = key;
      this.configuration = configuration;
      this.features = features;
      this.label = label;
      this.weight = weight;
      this.id = id;
      this.tasks = tasks;
    }

    /** The column of inputs, arrays or vectors; {@code features} if it is not set. */
    public Keys features(String column) {
      return new Keys(key, configuration, column, label, weight, id, tasks);
    }

    /**
     * The column of labels; {@code label} if it is not set. For a network of several outputs it
     * holds the number of the class, for one of a single output what this should be.
     */
    public Keys label(String column) {
      return new Keys(key, configuration, features, column, weight, id, tasks);
    }

    /** The column of weights; each row counts 1 if it is not set. */
    public Keys weight(String column) {
      return new Keys(key, configuration, features, label, column, id, tasks);
    }

    /** The column that orders the rows of a key, and differs in each of them; it must be set. */
    public Keys id(String column) {
      return new Keys(key, configuration, features, label, weight, column, tasks);
    }

    /**
     * How many tasks share the keys; four for each core if it is not set. It changes no bit.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public Keys tasks(int tasks) {
      if (tasks < 1) {
        throw new IllegalArgumentException("tasks is " + tasks + ", expected at least 1");
      }
      return new Keys(key, configuration, features, label, weight, id, tasks);
    }

    /**
     * Trains a network for each key when the result is asked for. A task holds the rows of one key
     * at a time.
     *
     * @param network the interface with {@code @Network}
     * @return a row for each key: the key, {@code rows}, {@code loss} (the mean loss of its rows
     *     after training), {@code weights} (a safetensors file) and {@code failure}, which is null
     *     if all went well
     * @throws IllegalArgumentException if a column is missing or of another type, which is named
     */
    public Dataset<Row> run(Class<?> network, Dataset<?> rows) {
      return new Keyed(network.getName(), configuration, key)
          .run(rows, features, label, weight, id, tasks);
    }
  }
}
