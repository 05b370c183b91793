package dev.roost.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.api.Gen;
import java.util.ArrayList;
import java.util.List;

/// A client that shows a timeline: it keeps the latest `newer`, and each `cursor` until it is read.
final class TimelineApp {

  private static final int MOST_PAGES = 2_000;

  /// A way down, and the `newer` of the page that gave it.
  private record WayDown(String cursor, String newer) {}

  private final TimelineWorld world;
  private final String limit;
  private final List<String> shown = new ArrayList<>();
  private final List<WayDown> ways = new ArrayList<>();
  private String newer = "";

  TimelineApp(TimelineWorld world, int limit) {
    this.world = world;
    this.limit = "&limit=" + limit;
  }

  static List<String> items(TestServer.Answer page) {
    assertThat(page.status()).isEqualTo(200);
    var ids = new ArrayList<String>();
    page.json().path("items").forEach(item -> ids.add(item.path("id").asText()));
    return ids;
  }

  /// Returns what was shown, in the order read.
  List<String> shown() {
    return shown;
  }

  /// Reads the first page.
  void open() {
    newer = read("");
  }

  /// Reads what came to the top; returns whether there was anything to read, here or below.
  boolean refresh() {
    int before = shown.size() + ways.size();
    newer = read("&newer=" + newer);
    return shown.size() + ways.size() > before;
  }

  /// Reads one page below another; returns false if every way down was read to its end.
  boolean goDown(Gen gen) {
    if (ways.isEmpty()) {
      return false;
    }
    var way = ways.remove(gen.whole(0, ways.size()));
    assertThat(read("&cursor=" + way.cursor())).isEqualTo(way.newer());
    return true;
  }

  /// Reads until nothing is left, above and below.
  void readToTheEnd(Gen gen) {
    int pages = 0;
    while (goDown(gen) || refresh()) {
      assertThat(++pages).as("pages").isLessThan(MOST_PAGES);
    }
  }

  private String read(String query) {
    var page = world.page(limit + query);
    shown.addAll(items(page));
    var next = page.json().path("newer").asText();
    assertThat(next).isNotEmpty();
    if (page.json().has("cursor")) {
      ways.add(new WayDown(page.json().path("cursor").asText(), next));
    }
    return next;
  }
}
