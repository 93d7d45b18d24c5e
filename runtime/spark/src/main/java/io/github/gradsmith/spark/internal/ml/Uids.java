package io.github.gradsmith.spark.internal.ml;

import java.util.UUID;
import java.util.function.Supplier;

/**
 * The identity of a stage. Spark's constructors ask a stage for it before the stage's own
 * constructor has run, so that a copy cannot get it as an argument: it is handed over by the
 * thread.
 */
public final class Uids {
  private static final ThreadLocal<String> GIVEN = new ThreadLocal<>();

  private Uids() {}

  /** Makes a stage that has the identity of another one. */
  public static <T> T with(String uid, Supplier<T> stage) {
    GIVEN.set(uid);
    try {
      return stage.get();
    } finally {
      GIVEN.remove();
    }
  }

  /** The identity of a stage that is being made. */
  public static String next(String prefix) {
    String given = GIVEN.get();
    if (given != null) {
      return given;
    }
    return prefix + "_" + UUID.randomUUID().toString().replace("-", "").substring(20);
  }
}
