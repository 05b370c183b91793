package dev.roost.api.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The report as one page that needs nothing else: data, styles, scripts and charts are inside, and
/// its own policy forbids it to load anything.
public final class RunReportHtml {

  private static final Pattern PART = Pattern.compile("@\\{([\\w./-]+)\\}");

  private RunReportHtml() {}

  /// Returns the page that shows a document of [RunReportJson].
  public static String of(JsonNode report) {
    return PART.matcher(resource("report.html"))
        .replaceAll(
            part ->
                Matcher.quoteReplacement(
                    part.group(1).equals("data") ? embedded(report) : resource(part.group(1))));
  }

  /// Returns JSON that neither ends the script element that holds it nor breaks a line of script.
  static String embedded(JsonNode report) {
    return Json.compact(report)
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }

  static String resource(String name) {
    try (var in = RunReportHtml.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("not in the jar: " + name);
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
