package io.github.gradsmith.training.internal.loop;

import io.github.gradsmith.WeightsException;
import io.github.gradsmith.safetensors.Safetensors;
import io.github.gradsmith.safetensors.Tensor;
import io.github.gradsmith.training.EarlyStopping;
import io.github.gradsmith.training.LearningRate;
import io.github.gradsmith.training.Plateau;
import io.github.gradsmith.training.internal.schedule.Schedule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A run in a safetensors file: what {@code saveTraining} writes; the best epoch's parameters as
 * {@code training.best.layer2.weight} and so on, those of the last finished epoch as {@code
 * training.epoch.layer2.weight} where an epoch is unfinished; the history as {@code
 * training.history}, a row for each epoch; and all else as lines of the metadata {@code training}.
 */
final class CheckpointFile {
  private static final String METADATA = "training";
  private static final String HISTORY = "training.history";
  private static final String LAYERS = "training.layers";

  private final Settings settings;
  private final Learner learner;
  private final LearningRate.Plan plan;
  private final Table table;

  /** What a run is known by, once it was asked for: it goes over all rows. */
  private Map<String, String> identity;

  CheckpointFile(Settings settings, Learner learner, LearningRate.Plan plan, Table table) {
    this.settings = settings;
    this.learner = learner;
    this.plan = plan;
    this.table = table;
  }

  /** Replaces the file in one step. */
  void write(Path file, State state) throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    state.write(texts);
    texts.put("epochs", Integer.toString(settings.epochs));
    texts.putAll(identity());
    Safetensors saved = learner.training();
    Map<String, String> metadata = new LinkedHashMap<>(saved.metadata());
    metadata.put(METADATA, Texts.write(texts));
    List<Tensor> tensors = new ArrayList<>(saved.tensors().values());
    if (state.bestEpoch > 0) {
      tensors.addAll(learner.tensors(Learner.Kept.BEST));
    }
    if (state.step > 0) {
      tensors.addAll(learner.tensors(Learner.Kept.EPOCH));
      if (learner.watched().length > 0) {
        tensors.add(Tensor.of(LAYERS, learner.watched().clone(), learner.watched().length));
      }
    }
    tensors.add(table.tensor(HISTORY));
    new Safetensors(metadata, tensors).write(file);
  }

  /** What must be the same where a run goes on, in the words of a message. */
  private Map<String, String> identity() {
    if (identity == null) {
      identity = identified();
    }
    return identity;
  }

  private Map<String, String> identified() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("seed", Long.toString(settings.seed));
    texts.put("batch size", Integer.toString(settings.batchSize));
    texts.put("schedule", Schedule.text(settings.rate));
    texts.put("columns", table.columns().replace("\t", ", "));
    texts.put("threads", settings.threads > 0 ? "one or more" : "");
    texts.put("clipNorm", limit(settings.clipNorm));
    texts.put("clipValue", limit(settings.clipValue));
    texts.put("early stopping", settings.stopping == null ? "" : text(settings.stopping));
    texts.put("plateau", settings.plateau == null ? "" : text(settings.plateau));
    texts.put("training rows", Long.toHexString(learner.hash(false)));
    texts.put("validation rows", Long.toHexString(learner.hash(true)));
    return texts;
  }

  private static String limit(double clip) {
    return clip > 0 ? Double.toString(clip) : "";
  }

  private static String text(EarlyStopping stopping) {
    return stopping.monitor().name()
        + " (patience "
        + stopping.patience()
        + ", delta "
        + stopping.delta()
        + ", from epoch "
        + stopping.startFrom()
        + ")";
  }

  private static String text(Plateau plateau) {
    return plateau.monitor().name()
        + " (factor "
        + plateau.factor()
        + ", patience "
        + plateau.patience()
        + ", cooldown "
        + plateau.cooldown()
        + ", least "
        + plateau.least()
        + ")";
  }

  /**
   * Takes the run and the network from a file.
   *
   * @throws IllegalArgumentException if the run is another one; nothing is changed
   */
  State read(Path file) {
    try {
      Safetensors content = Safetensors.read(file);
      String lines = content.metadata().get(METADATA);
      if (lines == null) {
        throw new WeightsException(file + " is no checkpoint of a run: it has no training in it");
      }
      Texts texts = Texts.read(lines);
      requireSame(file, texts, identity());
      State state = State.read(texts);
      requireFit(file, state, content.tensor(HISTORY).shape()[0]);
      learner.load(file);
      table.take(content.tensor(HISTORY));
      if (state.bestEpoch > 0) {
        learner.take(Learner.Kept.BEST, content);
      }
      if (state.step > 0) {
        learner.take(Learner.Kept.EPOCH, content);
        takeLayers(file, content);
      } else {
        learner.keep(Learner.Kept.EPOCH);
      }
      return state;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void takeLayers(Path file, Safetensors content) throws WeightsException {
    double[] watched = learner.watched();
    if (watched.length > 0) {
      double[] saved = content.tensor(LAYERS).toDoubles();
      if (saved.length != watched.length) {
        throw new WeightsException(file + ": " + LAYERS + " is of other layers");
      }
      System.arraycopy(saved, 0, watched, 0, watched.length);
    }
  }

  private void requireSame(Path file, Texts texts, Map<String, String> identity) {
    List<String> differences = new ArrayList<>();
    identity.forEach(
        (name, text) -> {
          if (!texts.text(name).equals(text)) {
            differences.add(difference(name, text, texts.text(name)));
          }
        });
    String schedule = Schedule.text(settings.rate);
    if (schedule.contains(Schedule.CUSTOM)) {
      differences.add("the schedule is one of your own without a name: call named(…) on it");
    }
    long epochs = texts.whole("epochs");
    if (Schedule.usesLength(settings.rate) && epochs != settings.epochs) {
      differences.add(
          "epochs is "
              + settings.epochs
              + ", that of the checkpoint "
              + epochs
              + ", and the schedule depends on it");
    }
    if (!differences.isEmpty()) {
      throw new IllegalArgumentException(
          file + " is of another run: " + String.join("; ", differences));
    }
  }

  private static String difference(String name, String given, String expected) {
    return name.endsWith("rows")
        ? "the " + name + " are others"
        : name + " is " + shown(given) + ", that of the checkpoint " + shown(expected);
  }

  private static String shown(String text) {
    return text.isEmpty() ? "none" : text;
  }

  private void requireFit(Path file, State state, int rows) throws WeightsException {
    if (state.epoch > settings.epochs) {
      throw new IllegalArgumentException(
          file + " has " + state.epoch + " epochs, but this run has " + settings.epochs);
    }
    if (state.epoch < 0
        || rows != state.epoch
        || state.step < 0
        || state.step > plan.stepsPerEpoch()) {
      throw new WeightsException(file + ": its epochs, steps and history contradict each other");
    }
  }
}
