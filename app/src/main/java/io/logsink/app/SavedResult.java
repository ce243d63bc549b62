package io.logsink.app;

import io.logsink.bench.document.Document;
import io.logsink.bench.document.DocumentFile;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads what was measured earlier: before anything is measured again, which may take an hour. */
final class SavedResult implements ITypeConverter<Document> {
  @Override
  public Document convert(String file) {
    try {
      return DocumentFile.read(Path.of(file));
    } catch (IOException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
