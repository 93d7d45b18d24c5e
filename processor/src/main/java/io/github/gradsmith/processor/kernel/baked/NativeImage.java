package io.github.gradsmith.processor.kernel.baked;

import io.github.gradsmith.processor.model.NetworkModel;

/**
 * What GraalVM's native-image reads from the class path by itself: that the resource of a network's
 * parameters belongs into the image.
 */
public final class NativeImage {
  private static final String FOLDER = "META-INF/native-image/io.github.gradsmith/";

  private NativeImage() {}

  /** The configuration's place in the class output: a folder for each network. */
  public static String path(NetworkModel model) {
    return FOLDER + model.qualifiedGeneratedName() + "/resource-config.json";
  }

  /** The configuration. */
  public static String text(NetworkModel model) {
    String folder =
        model.packageName().isEmpty() ? "" : model.packageName().replace('.', '/') + "/";
    String pattern = "\\\\Q" + folder + model.weightsResourceName() + "\\\\E";
    return "{\"resources\": {\"includes\": [{\"pattern\": \"" + pattern + "\"}]}}\n";
  }
}
