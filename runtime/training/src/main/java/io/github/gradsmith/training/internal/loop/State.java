package io.github.gradsmith.training.internal.loop;

import io.github.gradsmith.training.EarlyStopping;
import io.github.gradsmith.training.Goal;
import io.github.gradsmith.training.Plateau;
import java.util.Map;

/** What a run remembers from step to step beside the network. */
final class State {
  /** A change of the rate that PyTorch leaves out. */
  private static final double LEAST_CHANGE = 1e-8;

  /** How much better, relative to the best number, a number must be on a plateau. */
  private static final double THRESHOLD = 1e-4;

  /** Finished epochs. */
  int epoch;

  /** Steps of the unfinished epoch. */
  long step;

  /** The loss of the last step, and the norm of its gradient. */
  double loss = Double.NaN;

  double norm = Double.NaN;
  double lossSum;
  double weightSum;
  long skipped;

  /** What the plateau multiplies the schedule by. */
  double factor = 1;

  int bestEpoch;
  private double best = Double.NaN;
  int waited;
  private double plateauBest = Double.NaN;
  private int bad;
  private int cooldown;

  /** Takes the number of an epoch; true if it is the best so far. */
  boolean isBest(EarlyStopping stopping, double value) {
    if (epoch < stopping.startFrom()) {
      return false;
    }
    Goal goal = stopping.monitor().goal();
    double bound = goal == Goal.MINIMIZE ? best - stopping.delta() : best + stopping.delta();
    boolean better = bestEpoch == 0 ? Double.isFinite(value) : goal.isBetter(value, bound);
    waited++;
    if (better) {
      best = value;
      bestEpoch = epoch;
      waited = 0;
    }
    return better;
  }

  /**
   * Takes the number of an epoch, in PyTorch's order.
   *
   * @param rate the schedule's rate of the last step
   */
  void plateau(Plateau plateau, double value, double rate) {
    Goal goal = plateau.monitor().goal();
    boolean falls = goal == Goal.MINIMIZE;
    double worst = falls ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    double known = Double.isNaN(plateauBest) ? worst : plateauBest;
    if (goal.isBetter(value, known * (falls ? 1 - THRESHOLD : 1 + THRESHOLD))) {
      plateauBest = value;
      bad = 0;
    } else {
      bad++;
    }
    if (cooldown > 0) {
      cooldown--;
      bad = 0;
    }
    if (bad > plateau.patience()) {
      double old = rate * factor;
      double lower = Math.max(old * plateau.factor(), plateau.least());
      if (old - lower > LEAST_CHANGE) {
        factor = lower == plateau.least() ? lower / rate : factor * plateau.factor();
      }
      cooldown = plateau.cooldown();
      bad = 0;
    }
  }

  /** The mean loss of the epoch so far. */
  double runningLoss() {
    return lossSum / weightSum;
  }

  /** Ends an epoch. */
  void endEpoch() {
    step = 0;
    lossSum = 0;
    weightSum = 0;
  }

  /** Puts all of it down as texts, exactly. */
  void write(Map<String, String> texts) {
    texts.put("epoch", Integer.toString(epoch));
    texts.put("step", Long.toString(step));
    texts.put("loss", Double.toHexString(loss));
    texts.put("norm", Double.toHexString(norm));
    texts.put("lossSum", Double.toHexString(lossSum));
    texts.put("weightSum", Double.toHexString(weightSum));
    texts.put("skipped", Long.toString(skipped));
    texts.put("best", Double.toHexString(best));
    texts.put("bestEpoch", Integer.toString(bestEpoch));
    texts.put("wait", Integer.toString(waited));
    texts.put("plateauBest", Double.toHexString(plateauBest));
    texts.put("plateauRate", Double.toHexString(factor));
    texts.put("plateauBad", Integer.toString(bad));
    texts.put("plateauCooldown", Integer.toString(cooldown));
  }

  /** Takes all of it from texts. */
  static State read(Texts texts) {
    State state = new State();
    state.epoch = (int) texts.whole("epoch");
    state.step = texts.whole("step");
    state.loss = texts.number("loss");
    state.norm = texts.number("norm");
    state.lossSum = texts.number("lossSum");
    state.weightSum = texts.number("weightSum");
    state.skipped = texts.whole("skipped");
    state.best = texts.number("best");
    state.bestEpoch = (int) texts.whole("bestEpoch");
    state.waited = (int) texts.whole("wait");
    state.plateauBest = texts.number("plateauBest");
    state.factor = texts.number("plateauRate");
    state.bad = (int) texts.whole("plateauBad");
    state.cooldown = (int) texts.whole("plateauCooldown");
    return state;
  }
}
