package io.github.gradsmith.sample.mnist;

import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Refuses an empty path, which would be the working directory and nameless in every message. */
final class NamedPath implements ITypeConverter<Path> {
  @Override
  public Path convert(String value) {
    if (value.isEmpty()) {
      throw new TypeConversionException("the name is empty");
    }
    return Path.of(value);
  }
}
