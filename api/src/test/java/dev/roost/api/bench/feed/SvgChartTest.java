package dev.roost.api.bench.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

final class SvgChartTest {

  private static final SvgChart CHART =
      new SvgChart(
          "push & pull <all>",
          "reads",
          "ns",
          List.of(
              new SvgChart.Series("a", List.of(point(1, 100), point(100, 1))),
              new SvgChart.Series("b", List.of(point(10, 10)))));

  private static SvgChart.Point point(double x, double y) {
    return new SvgChart.Point(x, y);
  }

  private static Element parsed(SvgChart chart) throws Exception {
    var builder = DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder();
    return builder.parse(new InputSource(new StringReader(chart.svg()))).getDocumentElement();
  }

  @Test
  void isWellFormedAndSaysWhatItShows() throws Exception {
    var svg = parsed(CHART);

    assertThat(svg.getTagName()).isEqualTo("svg");
    assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo("push & pull <all>");
    assertThat(svg.getElementsByTagName("circle").getLength()).isEqualTo(3);
    assertThat(svg.getTextContent()).contains("reads", "ns", "a", "b", "100");
  }

  @Test
  void axesAreLogarithmic() throws Exception {
    var circles = parsed(CHART).getElementsByTagName("circle");
    double first = centre(circles.item(0));
    double last = centre(circles.item(1));

    assertThat(centre(circles.item(2))).isEqualTo((first + last) / 2);
  }

  private static double centre(Node circle) {
    return Double.parseDouble(((Element) circle).getAttribute("cx"));
  }

  @Test
  void suitsDarkPages() {
    assertThat(CHART.svg()).contains("prefers-color-scheme: dark");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void whatHasNoPlaceOnItIsRefused(double value) {
    assertThatIllegalArgumentException().isThrownBy(() -> point(1, value));
    assertThatIllegalArgumentException().isThrownBy(() -> point(value, 1));
  }
}
