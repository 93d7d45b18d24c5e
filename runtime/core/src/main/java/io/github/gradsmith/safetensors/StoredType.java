package io.github.gradsmith.safetensors;

import java.util.Optional;

/** The types of the format, whether they can be read here or are only called by their names. */
enum StoredType {
  F64(64),
  F32(32),
  F16(16),
  BF16(16),
  C64(64),
  F8_E8M0(8),
  F8_E4M3(8),
  F8_E5M2(8),
  F8_E4M3FNUZ(8),
  F8_E5M2FNUZ(8),
  F6_E3M2(6),
  F6_E2M3(6),
  F4(4),
  I64(64),
  U64(64),
  I32(32),
  U32(32),
  I16(16),
  U16(16),
  I8(8),
  U8(8),
  BOOL(8);

  private final int bits;

  StoredType(int bits) {
    this.bits = bits;
  }

  static Optional<StoredType> of(String name) {
    for (StoredType type : values()) {
      if (type.name().equals(name)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /** Whether its values become {@code float} or {@code double} without loss. */
  boolean isRead() {
    return this == F64 || this == F32 || this == F16 || this == BF16;
  }

  /** Bytes of so many values; −1 if they end within a byte. */
  long bytes(long values) {
    long all = values * bits;
    return all % Byte.SIZE == 0 ? all / Byte.SIZE : -1;
  }
}
