package io.github.gradsmith.internal.check;

/**
 * The version of this runtime, which the processor finds on the compile path and compares with its
 * own.
 */
public final class RuntimeVersion {
  /** As in the build; a test compares the two. */
  public static final String VERSION = "0.1.0-SNAPSHOT";

  private RuntimeVersion() {}
}
