package io.github.gradsmith.processor.validate.files;

import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.diagnostic.Located;
import io.github.gradsmith.processor.diagnostic.Message;
import io.github.gradsmith.processor.model.FoundFile;

/** What is said of a file that is not there. */
final class FilesFound {
  private FilesFound() {}

  static Fault fault(Located<FoundFile> file) {
    String sought =
        file.value().sought().isEmpty()
            ? "nowhere, as this compiler tells no place"
            : String.join(", ", file.value().sought());
    String advice =
        file.value().besideSource()
            ? "Put it beside the source or among the resources, or compile with"
            : "This compiler does not tell where the source is, so say where the file is: compile"
                + " with";
    return Message.FILE_NOT_FOUND.at(file.place(), file.value().name(), sought, advice);
  }
}
