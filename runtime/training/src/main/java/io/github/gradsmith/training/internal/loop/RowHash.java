package io.github.gradsmith.training.internal.loop;

/** 64 bits that depend on all that was added, and its order: FNV-1a on words, mixed further. */
final class RowHash {
  private static final long PRIME = 0x100000001b3L;

  private long hash = 0xcbf29ce484222325L;

  void add(long bits) {
    hash = (hash ^ bits) * PRIME;
    hash ^= hash >>> 32;
  }

  long value() {
    return hash;
  }
}
