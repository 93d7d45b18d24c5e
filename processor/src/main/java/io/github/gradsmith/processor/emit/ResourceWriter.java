package io.github.gradsmith.processor.emit;

import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.diagnostic.Message;
import io.github.gradsmith.processor.diagnostic.Place;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.lang.model.element.TypeElement;
import javax.tools.StandardLocation;

/** Writes a file into the class output with the interface as its only originating element. */
public final class ResourceWriter {
  private final Filer filer;

  public ResourceWriter(Filer filer) {
    this.filer = filer;
  }

  /** Writes the file; says what went wrong, if something did. */
  public Optional<Fault> write(ResourceFile file, TypeElement type) {
    try (OutputStream out =
        filer
            .createResource(StandardLocation.CLASS_OUTPUT, file.packageName(), file.name(), type)
            .openOutputStream()) {
      out.write(file.content());
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(Message.CANNOT_WRITE.at(Place.of(type), file.name(), e));
    }
  }
}
