package dev.roost.api.report;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.roost.simulator.report.RunReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The report as a reader meets it, in Chromium. Pictures are left in `target/screenshots`.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ReportPageTest {

  private static final String MARKS_DRAWN =
      "canvas => [...canvas.querySelectorAll('svg path')]"
          + ".filter(path => (path.getAttribute('d') || '').length > 8).length";

  private static final String SCALE =
      "chart => echarts.getInstanceByDom(chart).getModel().getComponent('yAxis').axis.scale"
          + ".getExtent()";
  private static final String FITS =
      "chart => echarts.getInstanceByDom(chart).getOption().series"
          + ".flatMap(each => each.data.map(([, y]) => y))"
          + ".every(y => ("
          + SCALE
          + ")(chart)[0] <= y && y <= ("
          + SCALE
          + ")(chart)[1])";

  private final Chromium chromium = new Chromium();
  private final List<String> errors = new ArrayList<>();
  private final List<String> requests = new ArrayList<>();

  private @Nullable Page desktop;

  @BeforeAll
  void start() throws IOException {
    chromium.start();
    desktop = open(SampleReport.flip(), 1280, 900, ColorScheme.LIGHT);
  }

  @AfterAll
  void stop() {
    chromium.close();
  }

  @ParameterizedTest
  @CsvSource({
    "desktop, 1280, 900, LIGHT",
    "desktop-dark, 1280, 900, DARK",
    "phone, 320, 640, LIGHT",
    "phone-dark, 320, 640, DARK"
  })
  void drawsEveryChartWithoutAnErrorOrARequest(
      String name, int width, int height, ColorScheme colours) throws IOException {
    try (var page = open(SampleReport.flip(), width, height, colours)) {
      var charts = page.locator(".chart").all();

      assertThat(charts).hasSize(5);
      for (var chart : charts) {
        assertThat((Integer) chart.evaluate(MARKS_DRAWN)).isGreaterThan(4);
        assertThat(chart.getAttribute("aria-label")).isNotBlank();
      }
      assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
          .as("nothing sticks out")
          .isLessThanOrEqualTo(width);
      picture(page, name);
    }
    assertThat(errors).isEmpty();
    assertThat(requests).hasSize(1).allMatch(request -> request.startsWith("file:"));
  }

  @Test
  void theFirstScreenHoldsVerdictAndTimeline() {
    assertThat(desktop().locator("#verdict dd").count()).isEqualTo(15);
    assertThat(desktop().locator("#verdict").boundingBox().y).isLessThan(150);
    assertThat(desktop().locator("#chart-timeline").boundingBox().y).isLessThan(300);
    assertThat(desktop().locator("#scoreboard").boundingBox().y).isLessThan(900);
  }

  @Test
  void theScoreboardShowsMisses() {
    assertThat(desktop().locator("#scoreboard tbody tr").count()).isEqualTo(6);
    assertThat(desktop().locator("#scoreboard .mark.bad:text('MISSED')").count()).isEqualTo(3);
  }

  @Test
  void everyTableNamesItsColumnsAndItself() {
    for (var table : desktop().locator("table").all()) {
      assertThat(table.locator("caption").textContent()).isNotBlank();
      assertThat(table.locator("thead th[scope=col]").count()).isPositive();
      assertThat(table.locator("tbody th[scope=row]").count()).isPositive();
    }
    assertThat(desktop().locator("h1").count()).isEqualTo(1);
  }

  @Test
  void aControlSaysThatNothingWasInjected() throws IOException {
    try (var page = open(SampleReport.control(), 1280, 900, ColorScheme.LIGHT)) {
      assertThat(page.locator("#slices").textContent()).contains("control");
      assertThat((Integer) page.locator("#chart-timeline").evaluate(MARKS_DRAWN)).isGreaterThan(4);
      picture(page, "control");
    }
    assertThat(errors).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void slicesShareOneVerticalScaleThatHoldsThemBoth(boolean twins) throws IOException {
    var report = twins ? SampleReport.flip() : SampleReport.alone();
    try (var page = open(report, 1280, 900, ColorScheme.LIGHT)) {
      var scales =
          page.locator("#slices .chart").all().stream().map(c -> c.evaluate(SCALE)).toList();

      assertThat(scales).hasSize(2).containsOnly(scales.getFirst());
      assertThat(page.locator("#slices .chart").all()).allMatch(c -> (boolean) c.evaluate(FITS));
      picture(page, twins ? "twins" : "no-twins");
    }
    assertThat(errors).isEmpty();
  }

  private Page open(RunReport report, int width, int height, ColorScheme colours)
      throws IOException {
    errors.clear();
    requests.clear();
    var file = Files.createTempFile("report", ".html");
    Files.writeString(file, RunReportHtml.of(RunReportJson.of(report, SampleReport.provenance())));
    var page =
        chromium
            .browser()
            .newPage(
                new Browser.NewPageOptions()
                    .setViewportSize(width, height)
                    .setColorScheme(colours));
    page.onConsoleMessage(message -> errors.add(message.text()));
    page.onPageError(errors::add);
    page.onRequest(request -> requests.add(request.url()));
    page.navigate(file.toUri().toString());
    Files.delete(file);
    return page;
  }

  private Page desktop() {
    return requireNonNull(desktop);
  }

  private static void picture(Page page, String name) {
    var folder = Path.of("target", "screenshots");
    page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name + "-first.png")));
    page.screenshot(
        new Page.ScreenshotOptions().setFullPage(true).setPath(folder.resolve(name + ".png")));
  }
}
