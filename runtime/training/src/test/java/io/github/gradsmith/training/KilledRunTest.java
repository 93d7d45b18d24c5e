package io.github.gradsmith.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.FloatRows;
import io.github.gradsmith.safetensors.Safetensors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A JVM that trains is killed at a random moment, another one goes on from the checkpoint, and so
 * on. The checkpoint can always be read, and holds the bits of a run that nobody killed.
 */
class KilledRunTest {
  private static final int KILLS = Integer.getInteger("stress.kills", 3);
  private static final int EPOCHS = 4000;
  private static final FloatRows TRAINING = Nets.rows(50, 1);
  private static final FloatRows VALIDATION = Nets.rows(30, 2);

  @TempDir Path folder;

  /** The program that is killed: trains, or goes on with what is there. */
  public static final class Trainer {
    private Trainer() {}

    /** The checkpoint is the only argument. */
    public static void main(String[] arguments) {
      Path file = Path.of(arguments[0]);
      Fit fit = fit(file).listener(new Announcement());
      if (Files.exists(file)) {
        fit.resume(file, Nets.adam(9), TRAINING, VALIDATION);
      } else {
        fit.run(Nets.adam(1), TRAINING, VALIDATION);
      }
    }
  }

  /** Says that this JVM has written a checkpoint. */
  private static final class Announcement implements FitListener {
    @Override
    public void epochEnded(Run run) {
      System.out.print('!');
      System.out.flush();
    }
  }

  private static Fit fit(Path file) {
    return Fit.epochs(EPOCHS)
        .batchSize(8)
        .seed(3)
        .learningRate(LearningRate.cosine(0.01, 0.001))
        .clipNorm(1)
        .earlyStopping(EarlyStopping.on(Monitor.validationLoss()).patience(EPOCHS))
        .checkpoint(file, 1);
  }

  @Test
  void aKilledRunLeavesACheckpointOfTheWholeRun() throws Exception {
    Path file = folder.resolve("run.safetensors");
    List<Integer> expected = hashesOfUninterruptedRun();
    SplittableRandom random = new SplittableRandom(7);
    for (int kill = 0; kill < KILLS; kill++) {
      Process trainer = start(file);
      assertThat(trainer.getInputStream().read()).as("a checkpoint is written").isEqualTo('!');
      boolean ended = trainer.waitFor(random.nextInt(300), TimeUnit.MILLISECONDS);
      requireKilled(trainer, ended);
      if (requireWhole(file, expected) == EPOCHS) {
        Files.delete(file);
      }
    }
  }

  /**
   * Killed while the JVM starts, reads a checkpoint or writes its first one. There is no file then,
   * or a whole one, and never one that is older than before.
   */
  @Test
  void aRunKilledAtItsStartLeavesNoFileOrAWholeOne() throws Exception {
    Path file = folder.resolve("run.safetensors");
    List<Integer> expected = hashesOfUninterruptedRun();
    SplittableRandom random = new SplittableRandom(8);
    int[] left = new int[2];
    long longest = nanosToTheFirstCheckpoint(folder.resolve("timed.safetensors"));
    for (int kill = 0; kill < KILLS; kill++) {
      if (random.nextInt(3) > 0) {
        Files.deleteIfExists(file);
      }
      int before = Files.exists(file) ? requireWhole(file, expected) : 0;
      Process trainer = start(file);
      boolean ended =
          trainer.waitFor((long) (1.2 * longest * random.nextDouble()), TimeUnit.NANOSECONDS);
      requireKilled(trainer, ended);
      int after = Files.exists(file) ? requireWhole(file, expected) : 0;
      assertThat(after).isGreaterThanOrEqualTo(before);
      left[after == before ? 0 : 1]++;
      if (after == EPOCHS) {
        Files.delete(file);
      }
    }
    System.out.println("killed before the first checkpoint " + left[0] + ", after it " + left[1]);
  }

  private static long nanosToTheFirstCheckpoint(Path file) throws Exception {
    long start = System.nanoTime();
    Process trainer = start(file);
    assertThat(trainer.getInputStream().read()).isEqualTo('!');
    long nanos = System.nanoTime() - start;
    trainer.destroyForcibly().waitFor();
    return nanos;
  }

  private static Process start(Path file) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("surefire.test.class.path", classPath()),
            Trainer.class.getName(),
            file.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static void requireKilled(Process trainer, boolean ended) throws InterruptedException {
    trainer.destroyForcibly().waitFor();
    assertThat(ended ? trainer.exitValue() : 0).as("it was killed or ended well").isZero();
  }

  private static String classPath() {
    return System.getProperty("java.class.path");
  }

  /** The epoch of a checkpoint, whose parameters and history are those of the whole run. */
  private static int requireWhole(Path file, List<Integer> expected) throws IOException {
    Safetensors content = Safetensors.read(file);
    int epoch = content.tensor("training.history").shape()[0];
    FloatNetwork network = Nets.adam(9);
    network.load(file);
    assertThat(content.metadata().get("training")).startsWith("epoch=" + epoch + "\n");
    assertThat(Arrays.hashCode(Nets.parameters(network)))
        .as("parameters after epoch %d", epoch)
        .isEqualTo(expected.get(epoch - 1));
    return epoch;
  }

  private List<Integer> hashesOfUninterruptedRun() {
    List<Integer> hashes = new ArrayList<>();
    FloatNetwork network = Nets.adam(1);
    FitListener listener =
        new FitListener() {
          @Override
          public void epochEnded(Run run) {
            hashes.add(Arrays.hashCode(Nets.parameters(network)));
          }
        };
    fit(folder.resolve("whole"))
        .checkpoint(folder.resolve("whole"), EPOCHS)
        .listener(listener)
        .run(network, TRAINING, VALIDATION);
    return hashes;
  }
}
