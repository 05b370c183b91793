package dev.roost.simulator.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNullElse;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/// A file of rows under a header, read row by row: RFC 4180 in UTF-8, or the same with tabs.
///
/// A byte order mark and empty lines are passed over, lines may end in CRLF, and a name that ends
/// in `.gz` is decompressed. Quotes that do not pair, bytes that are no UTF-8 and compressed data
/// cut short are problems of the file; a row of another length than the header is one of that row.
///
/// @param separator between fields
/// @param required columns that must be there, in any order
/// @param optional columns that may be there
/// @param othersAllowed whether columns of other names are passed over rather than refused
record Table(char separator, List<String> required, List<String> optional, boolean othersAllowed) {

  Table {
    required = List.copyOf(required);
    optional = List.copyOf(optional);
  }

  /// Returns `path` itself if it is a file, or the file of that name, or that name and `.gz`, in
  /// the folder `path`.
  static Path find(Path path, String name, Problems problems) {
    return Stream.of(path, path.resolve(name), path.resolve(name + ".gz"))
        .filter(Files::isRegularFile)
        .findFirst()
        .orElseThrow(
            () ->
                problems.fatal(
                    name,
                    0,
                    "neither it nor " + name + ".gz is in " + path,
                    "give the folder that holds it"));
  }

  /// Hands every row to `each`, which throws [BadRowException] for one that it cannot use.
  ///
  /// @return how many rows there are, bad ones included
  /// @throws InvalidDataException if the file has a problem as a whole
  long read(Path file, Problems problems, Consumer<Row> each) {
    String name = String.valueOf(file.getFileName());
    long rows = 0;
    long line = 0;
    try (var text = open(file);
        var records = parser().ofCsvRecord(text)) {
      Header header = null;
      for (CsvRecord record : records) {
        line = record.getStartingLineNumber();
        if (header == null) {
          header = Header.of(record.getFields(), this);
        } else {
          rows++;
          offer(new Row(header, record.getFields()), name, line, problems, each);
        }
      }
      if (header == null) {
        throw new BadRowException("there is no header; expected " + required);
      }
      line = 0;
      text.checkQuotes();
      return rows;
    } catch (BadRowException e) {
      throw problems.fatal(name, line, e.getMessage(), "mend the file");
    } catch (CsvParseException | UncheckedIOException e) {
      var cause = requireNonNullElse(e.getCause(), e);
      throw problems.fatal(name, line, "cannot be read past this row: " + cause, "mend the file");
    } catch (IOException e) {
      throw problems.fatal(name, line, "cannot be read past this row: " + e, "mend the file");
    }
  }

  private static void offer(
      Row row, String file, long line, Problems problems, Consumer<Row> each) {
    try {
      row.checkLength();
      each.accept(row);
    } catch (BadRowException e) {
      problems.add(file, line, e.getMessage());
    }
  }

  private CsvReader.CsvReaderBuilder parser() {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .skipEmptyLines(true)
        .allowExtraFields(true) // so that a row of another length is that row's problem alone
        .allowMissingFields(true)
        .allowExtraCharsAfterClosingQuote(false);
  }

  private static QuoteCount open(Path file) throws IOException {
    var bytes = Files.newInputStream(file);
    try {
      var plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes;
      var text = new BufferedReader(new InputStreamReader(plain, UTF_8.newDecoder()), 1 << 16);
      text.mark(1);
      if (text.read() != '\ufeff') {
        text.reset();
      }
      return new QuoteCount(text);
    } catch (IOException e) {
      bytes.close();
      throw e;
    }
  }

  /// Counts quotes: text in which they do not pair is cut short or misquoted.
  private static final class QuoteCount extends Reader {

    private final Reader text;
    private long quotes;

    QuoteCount(Reader text) {
      this.text = text;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      int read = text.read(buffer, offset, length);
      for (int i = offset; i < offset + read; i++) {
        quotes += buffer[i] == '"' ? 1 : 0;
      }
      return read;
    }

    void checkQuotes() {
      if (quotes % 2 != 0) {
        throw new BadRowException("a quote has no partner: the number of quotes is odd");
      }
    }

    @Override
    public void close() throws IOException {
      text.close();
    }
  }
}
