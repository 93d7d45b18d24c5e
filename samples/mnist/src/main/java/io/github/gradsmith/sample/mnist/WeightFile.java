package io.github.gradsmith.sample.mnist;

import io.github.gradsmith.WeightsException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Weights on disk, with every way they can fail put into one line. */
final class WeightFile {
  private final Path file;

  WeightFile(Path file) {
    this.file = file;
  }

  /** A network with the weights of the file. */
  DigitNet load() throws UnusableFileException {
    DigitNet net = DigitNet.create(0);
    try {
      net.load(file);
    } catch (NoSuchFileException e) {
      throw new UnusableFileException(name(), "no such file; 'mnist train' writes one");
    } catch (WeightsException e) {
      throw new UnusableFileException(e.getMessage()); // which begins with the file
    } catch (IOException e) {
      throw UnusableFileException.because(name(), e);
    }
    return net;
  }

  /** The file as the user named it. */
  String name() {
    return file.toString();
  }
}
