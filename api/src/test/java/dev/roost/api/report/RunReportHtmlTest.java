package dev.roost.api.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class RunReportHtmlTest {

  private static final int TWO_MEGABYTES = 2_000_000;

  private final String page =
      RunReportHtml.of(RunReportJson.of(SampleReport.flip(), SampleReport.provenance()));

  @Test
  void isOnePageOfModestSize() {
    assertThat(page.length()).isBetween(100_000, TWO_MEGABYTES);
    assertThat(page).doesNotContain("@{");
  }

  @Test
  void dataCannotEndTheScriptThatHoldsThem() {
    assertThat(page).doesNotContain("<b>other countries").contains("\\u003c/script\\u003e");
    assertThat(Pattern.compile("</script>").matcher(page).results()).hasSize(3);
  }

  @Test
  void namesNoAddressToLoadFrom() {
    var ours = page.replace(RunReportHtml.resource("vendor/echarts.common.min.js"), "");

    assertThat(Pattern.compile("(src|href)=\"(?!data:|#)").matcher(ours).results()).isEmpty();
    assertThat(ours).doesNotContain("http:", "https:", "@import", "url(");
    assertThat(page).contains("default-src 'none'");
  }

  @Test
  void lineSeparatorsOfUnicodeAreEscaped() {
    var json = Json.object().put("text", "a\u2028b\u2029c&d");

    assertThat(RunReportHtml.embedded(json)).isEqualTo("{\"text\":\"a\\u2028b\\u2029c\\u0026d\"}");
  }
}
