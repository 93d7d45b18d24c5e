package io.github.gradsmith.processor;

import io.github.gradsmith.Network;
import java.net.URISyntaxException;
import java.nio.file.Path;

/** Where modules lie. */
final class Modules {
  private Modules() {}

  /** The module path of the runtime. */
  static String runtime() {
    try {
      return Path.of(Network.class.getProtectionDomain().getCodeSource().getLocation().toURI())
          .toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
