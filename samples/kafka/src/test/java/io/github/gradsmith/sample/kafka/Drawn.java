package io.github.gradsmith.sample.kafka;

import io.github.gradsmith.sample.kafka.ArrivalNet.Trip;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Random;

/**
 * Random rides and labels of one partition, in the order of its topics, and what a plain loop
 * learns from them. Labels come hours after their rides or a little before them, out of order; some
 * have no ride, one that comes too late, or one that is too old. Which ones count is known by
 * construction, and not by the learner's rules.
 */
final class Drawn {
  private static final long MINUTE = 60_000;
  private static final long HOUR = 60 * MINUTE;
  private static final long BEGIN = 1_767_225_600_000L;

  /** A ride as it is sent. */
  record RideAt(String key, long time, ArrivalNet.Ride ride) {}

  /** A label as it is sent, with its trip if it counts. */
  record LabelAt(String key, long time, double minutes, Trip counts) {}

  final List<RideAt> rides = new ArrayList<>();
  final List<LabelAt> labels = new ArrayList<>();

  Drawn(int trips, long seed) {
    Random random = new Random(seed);
    Iterator<Trip> drawn = City.trips(seed).iterator();
    List<Ordered<RideAt>> rideOrder = new ArrayList<>();
    List<Ordered<LabelAt>> labelOrder = new ArrayList<>();
    long tenDays = 240 * HOUR;
    for (int i = 0; i < trips; i++) {
      String key = seed + "-" + i;
      Trip trip = drawn.next();
      double minutes = Math.max(0, trip.minutes());
      long began = BEGIN + tenDays * i / trips;
      long told = began + random.nextInt((int) (3 * HOUR));
      boolean hasRide = true;
      boolean hasLabel = true;
      boolean counts = true;
      switch (random.nextInt(40)) {
        case 0 -> counts = hasRide = false;
        case 1 -> counts = hasLabel = false;
        case 2 -> {
          counts = false;
          began = told + 26 * HOUR;
        }
        case 3 -> {
          counts = false;
          told = began + 26 * HOUR;
        }
        case 4, 5 -> told = began - random.nextInt((int) HOUR);
        default -> {}
      }
      if (hasRide) {
        rideOrder.add(new Ordered<>(began + jitter(random), new RideAt(key, began, trip.ride())));
      }
      if (hasLabel) {
        Trip used = counts ? new Trip(trip.ride(), minutes) : null;
        labelOrder.add(new Ordered<>(told + jitter(random), new LabelAt(key, told, minutes, used)));
      }
    }
    rides.addAll(Ordered.sorted(rideOrder));
    labels.addAll(Ordered.sorted(labelOrder));
    // So that nothing has to wait any longer.
    rides.add(new RideAt(seed + "-last", BEGIN + 2 * tenDays, drawn.next().ride()));
  }

  private static long jitter(Random random) {
    return random.nextInt((int) (10 * MINUTE));
  }

  private record Ordered<T>(long at, T value) {
    static <T> List<T> sorted(List<Ordered<T>> all) {
      return all.stream()
          .sorted(Comparator.comparingLong(Ordered::at))
          .map(Ordered::value)
          .toList();
    }
  }

  /** What a loop without Kafka makes of the labels that count. */
  ArrivalNet learned(ArrivalNet first) {
    return learned(first, labels.size());
  }

  /** The same after the first labels. */
  ArrivalNet learned(ArrivalNet first, int count) {
    ArrivalNet net = (ArrivalNet) first.copy();
    for (LabelAt label : labels.subList(0, count)) {
      if (label.counts() != null) {
        net.learn(label.counts(), 0.003f);
      }
    }
    return net;
  }

  /** The weight files after each {@code every} labels. */
  List<byte[]> published(ArrivalNet first, int every) {
    List<byte[]> files = new ArrayList<>();
    ArrivalNet net = (ArrivalNet) first.copy();
    for (int i = 0; i < labels.size(); i++) {
      if (labels.get(i).counts() != null) {
        net.learn(labels.get(i).counts(), 0.003f);
      }
      if ((i + 1) % every == 0) {
        files.add(weights(net));
      }
    }
    return files;
  }

  /** Weights and optimizer state, as bytes. */
  static byte[] training(ArrivalNet net) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      net.saveTraining(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** Weights, as bytes. */
  static byte[] weights(ArrivalNet net) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      net.save(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
