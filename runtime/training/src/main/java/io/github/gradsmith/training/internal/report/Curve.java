package io.github.gradsmith.training.internal.report;

/**
 * A number of each epoch.
 *
 * @param key the part of its id
 * @param name what it is called
 * @param values one for each epoch
 * @param bestEpoch from 1; 0 if none is to be pointed out
 * @param bestWord what the best value is: lowest or highest
 */
public record Curve(String key, String name, double[] values, int bestEpoch, String bestWord) {
  String sentence() {
    return Sentence.of(name, values, bestEpoch, bestWord);
  }
}
