package io.github.gradsmith.processor.model;

/** What a type is that has the name of a class to be generated. */
public enum NameOwner {
  /** A type of the user's own. */
  USER,
  /** Our own class of an earlier build, as a class file or a source that nobody named. */
  EARLIER_BUILD,
  /** Our own class of an earlier build, among the sources of this compilation. */
  EARLIER_SOURCE
}
