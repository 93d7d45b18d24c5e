package io.github.gradsmith.processor.model;

import java.util.Set;

/** The options that the processor takes as {@code -Aname=value}. */
public final class Options {
  /** Whether generated classes carry {@code @Generated}; {@code true} if not given. */
  public static final String GENERATED_ANNOTATION = "gradsmith.generatedAnnotation";

  /** The names of all of them. */
  public static final Set<String> ALL = Set.of(GENERATED_ANNOTATION);

  private Options() {}
}
