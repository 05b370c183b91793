package dev.roost.api.bench.feed;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/// Lines over logarithmic axes as an SVG picture: text is text, and colours suit a light page as
/// well as a dark one.
///
/// @param series at least one; each point above 0 in both directions
record SvgChart(String title, String xTitle, String yTitle, List<Series> series) {

  private static final int WIDTH = 760;
  private static final int HEIGHT = 420;
  private static final int LEFT = 80;
  private static final int RIGHT = 200; // for the names
  private static final int TOP = 48;
  private static final int BOTTOM = 56;
  private static final int NAME_HEIGHT = 20;
  private static final List<String> COLOURS =
      List.of(
          "#2f81f7", "#d9822b", "#2da44e", "#a371f7", "#d1569c", "#1b9aaa", "#8c8c3e", "#c94f4f",
          "#6e7b8b", "#9a6b3f");
  private static final String STYLE =
      """
      <style>
      text { font: 13px sans-serif; fill: #24292f; }
      .title { font-size: 15px; font-weight: 600; }
      .grid { stroke: #8b949e; stroke-opacity: 0.35; }
      path { fill: none; stroke-width: 2; }
      @media (prefers-color-scheme: dark) { text { fill: #e6edf3; } }
      </style>
      """;

  /// A line and its name.
  record Series(String name, List<Point> points) {
    Series {
      points = List.copyOf(points);
    }
  }

  /// A place on a line.
  record Point(double x, double y) {
    Point {
      if (!(x > 0 && x < Double.POSITIVE_INFINITY && y > 0 && y < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("no place on logarithmic axes: " + x + ", " + y);
      }
    }
  }

  /// A logarithmic axis from one power of ten to another.
  private record Axis(int from, int to, double atFrom, double atTo) {
    double at(double value) {
      return atFrom + (atTo - atFrom) * (Math.log10(value) - from) / (to - from);
    }
  }

  SvgChart {
    series = List.copyOf(series);
  }

  /// Returns the picture.
  String svg() {
    var x = axis(Point::x, LEFT, WIDTH - RIGHT);
    var y = axis(Point::y, HEIGHT - BOTTOM, TOP);
    var svg = new StringBuilder();
    svg.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\">\n"
            .formatted(WIDTH, HEIGHT));
    svg.append("<title>").append(escaped(title)).append("</title>\n").append(STYLE);
    text(svg, "title", "start", LEFT, TOP / 2.0, title);
    for (int power = x.from(); power <= x.to(); power++) {
      double at = x.at(Math.pow(10, power));
      line(svg, at, TOP, at, HEIGHT - BOTTOM);
      text(svg, "tick", "middle", at, HEIGHT - BOTTOM + 18.0, number(power));
    }
    for (int power = y.from(); power <= y.to(); power++) {
      double at = y.at(Math.pow(10, power));
      line(svg, LEFT, at, WIDTH - RIGHT, at);
      text(svg, "tick", "end", LEFT - 8.0, at + 4, number(power));
    }
    text(svg, "axis", "middle", (LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 12.0, xTitle);
    text(svg, "axis", "start", LEFT, TOP - 8.0, yTitle);
    for (int i = 0; i < series.size(); i++) {
      var colour = COLOURS.get(i % COLOURS.size());
      draw(svg, series.get(i), colour, x, y);
      if (series.size() > 1) {
        name(svg, series.get(i), colour, i);
      }
    }
    return svg.append("</svg>\n").toString();
  }

  private Axis axis(ToDoubleFunction<Point> value, double atFrom, double atTo) {
    double least = points().mapToDouble(value).min().orElseThrow();
    double most = points().mapToDouble(value).max().orElseThrow();
    int from = (int) Math.floor(Math.log10(least));
    return new Axis(from, Math.max(from + 1, (int) Math.ceil(Math.log10(most))), atFrom, atTo);
  }

  private Stream<Point> points() {
    return series.stream().flatMap(each -> each.points().stream());
  }

  private static void draw(StringBuilder svg, Series series, String colour, Axis x, Axis y) {
    var path = new StringBuilder();
    for (var point : series.points()) {
      double px = x.at(point.x());
      double py = y.at(point.y());
      path.append(path.isEmpty() ? 'M' : 'L').append(place(px)).append(' ').append(place(py));
      svg.append(
          "<circle cx=\"%s\" cy=\"%s\" r=\"3\" fill=\"%s\"/>\n"
              .formatted(place(px), place(py), colour));
    }
    svg.append("<path stroke=\"%s\" d=\"%s\"/>\n".formatted(colour, path));
  }

  private static void name(StringBuilder svg, Series series, String colour, int number) {
    double nameX = WIDTH - RIGHT + 16.0;
    double nameY = TOP + NAME_HEIGHT * (number + 0.5);
    svg.append(
        "<path stroke=\"%s\" d=\"M%s %sh20\"/>\n".formatted(colour, place(nameX), place(nameY)));
    text(svg, "name", "start", nameX + 28, nameY + 4, series.name());
  }

  private static void line(StringBuilder svg, double x1, double y1, double x2, double y2) {
    svg.append(
        "<line class=\"grid\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>\n"
            .formatted(place(x1), place(y1), place(x2), place(y2)));
  }

  private static void text(
      StringBuilder svg, String kind, String anchor, double x, double y, String text) {
    svg.append(
        "<text class=\"%s\" text-anchor=\"%s\" x=\"%s\" y=\"%s\">%s</text>\n"
            .formatted(kind, anchor, place(x), place(y), escaped(text)));
  }

  private static String place(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private static String number(int power) {
    return power < 0 ? "0." + "0".repeat(-power - 1) + "1" : "%,d".formatted(tenTo(power));
  }

  private static long tenTo(int power) {
    return Math.round(Math.pow(10, power));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
