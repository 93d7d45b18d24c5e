package applications;

import static io.github.gradsmith.Activation.*;
import static io.github.gradsmith.Loss.*;

import io.github.gradsmith.*;
import io.github.gradsmith.row.*;
import java.io.IOException;
import java.nio.file.*;
import java.util.*;

/** Tells alarms in a stream of readings, and learns from each of them; it restarts where it stood. */
public class Detector {
  enum Machine { LATHE, MILL, PRESS }

  record Reading(double temperature, double pressure, double load, @Cyclic(period = 24) double hour,
      Machine machine) {}

  record Judged(Reading reading, boolean alarm) {}

  @Network(layers = {8, 8, 1}, activation = {TANH, SIGMOID}, loss = BINARY_CROSS_ENTROPY)
  @Adam
  public interface AlarmNet extends FloatNetwork {
    boolean isAlarm(Reading reading);
    void adapt(Collection<Judged> first);
    float learn(Judged judged, float rate);
    @Override AlarmNet copy();
    @Override AlarmNet replica();
  }

  private final AlarmNet net = new Detector_AlarmNetImpl(1);
  private final Path file;
  private final Published<AlarmNet> served;
  private int learnt;

  /** Takes up what the file holds; without one, the first readings say how numbers are scaled. */
  Detector(Path file, List<Judged> first) throws IOException {
    this.file = file;
    if (Files.exists(file)) {
      net.load(file);
    } else {
      net.adapt(first);
      first.forEach(judged -> net.learn(judged, 0.01f));
    }
    served = Published.of(net);
  }

  /** Any thread may ask. */
  boolean isAlarm(Reading reading) {
    return served.get().isAlarm(reading);
  }

  /** One thread learns. */
  void learn(Judged judged) throws IOException {
    net.learn(judged, 0.01f);
    served.publish(net);
    if (++learnt % 1000 == 0) {
      net.saveTraining(file);
    }
  }

  static Judged judged(String line) {
    String[] f = line.split(",");
    double[] n = Arrays.stream(f, 0, 4).mapToDouble(Double::parseDouble).toArray();
    Reading reading = new Reading(n[0], n[1], n[2], n[3], Machine.valueOf(f[4]));
    return new Judged(reading, Boolean.parseBoolean(f[5]));
  }

  /** Judges each reading before it learns from it, restarts halfway; gives how many were right. */
  public static double run(Path folder) throws IOException {
    List<Judged> all = Files.lines(folder.resolve("readings.csv")).skip(1).map(Detector::judged).toList();
    Path file = folder.resolve("detector.safetensors");
    Detector detector = new Detector(file, all.subList(0, 200));
    int right = 0;
    for (int i = 200; i < all.size(); i++) {
      detector = i == 1200 ? new Detector(file, List.of()) : detector;
      right += detector.isAlarm(all.get(i).reading()) == all.get(i).alarm() ? 1 : 0;
      detector.learn(all.get(i));
    }
    return right / (all.size() - 200.0);
  }
}
