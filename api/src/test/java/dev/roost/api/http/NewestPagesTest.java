package dev.roost.api.http;

import static dev.roost.api.Gen.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.api.Gen;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class NewestPagesTest {

  private final TestServer server = TestServer.start();
  private int worlds;

  @AfterEach
  void stop() {
    server.close();
  }

  private TimelineWorld world() {
    return new TimelineWorld(server, worlds++);
  }

  // ---- laws ----

  @Test
  void scrollingDownReadsTheTimelineAsItStoodWhateverArrives() {
    forAll(
        gen -> {
          var world = world();
          world.publish(gen, gen.whole(0, 25));
          var stood = world.newestFirst();
          var app = new TimelineApp(world, gen.whole(1, 9));

          app.open();
          while (app.goDown(gen)) {
            world.publish(gen, gen.whole(0, 6));
          }

          assertThat(app.shown()).isEqualTo(stood);
        });
  }

  @Test
  void refreshingAndScrollingInAnyOrderReadEveryPostOnce() {
    forAll(
        gen -> {
          var world = world();
          var app = new TimelineApp(world, gen.whole(1, 9));
          world.publish(gen, gen.whole(0, 20));
          app.open();
          for (int step = gen.whole(0, 12); step > 0; step--) {
            switch (gen.whole(0, 3)) {
              case 0 -> world.publish(gen, gen.whole(1, 15));
              case 1 -> app.refresh();
              default -> app.goDown(gen);
            }
          }
          app.readToTheEnd(gen);

          assertThat(app.shown())
              .doesNotHaveDuplicates()
              .containsExactlyInAnyOrderElementsOf(world.newestFirst());
        });
  }

  @Test
  void whatIsDeletedOrComesLateNeitherEndsAPageEarlyNorRepeats() {
    forAll(
        gen -> {
          var world = world();
          var app = new TimelineApp(world, gen.whole(1, 9));
          world.publish(gen, gen.whole(0, 25));
          world.delete(gen, gen.whole(0, 20));
          app.open();
          for (int step = gen.whole(0, 12); step > 0; step--) {
            switch (gen.whole(0, 5)) {
              case 0 -> world.publish(gen, gen.whole(1, 15));
              case 1 -> world.publishLate(gen, gen.whole(1, 5));
              case 2 -> world.delete(gen, gen.whole(1, 20));
              case 3 -> app.refresh();
              default -> app.goDown(gen);
            }
          }
          app.readToTheEnd(gen);

          assertThat(app.shown()).doesNotHaveDuplicates().containsAll(world.inTimeAndKept());
        });
  }

  // ---- single claims ----

  private static String text(TestServer.Answer page, String name) {
    return page.json().path(name).asText();
  }

  @Test
  void anEmptyTimelineStillLeadsToWhatComes() {
    var world = world();
    var empty = world.page("");
    world.publish(Gen.ofSeed(1), 3);

    var came = world.page("&newer=" + text(empty, "newer"));

    assertThat(empty.json().path("items")).isEmpty();
    assertThat(empty.json().has("cursor")).isFalse();
    assertThat(TimelineApp.items(came)).isEqualTo(world.newestFirst());
  }

  @Test
  void withNothingNewThePlaceAskedFromIsRepeated() {
    var world = world();
    world.publish(Gen.ofSeed(1), 3);
    var first = world.page("");

    var nothing = world.page("&newer=" + text(first, "newer"));

    assertThat(nothing.json().path("items")).isEmpty();
    assertThat(nothing.json().has("cursor")).isFalse();
    assertThat(text(nothing, "newer")).isEqualTo(text(first, "newer"));
  }

  @Test
  void whatCameSinceEndsWhereTheReaderHadBeen() {
    var world = world();
    world.publish(Gen.ofSeed(1), 4);
    var first = world.page("");
    world.publish(Gen.ofSeed(2), 5);
    var whole = world.newestFirst();

    var top = world.page("&limit=3&newer=" + text(first, "newer"));
    var rest = world.page("&limit=3&cursor=" + text(top, "cursor"));

    assertThat(TimelineApp.items(top)).isEqualTo(whole.subList(0, 3));
    assertThat(TimelineApp.items(rest)).isEqualTo(whole.subList(3, 5));
    assertThat(rest.json().has("cursor")).isFalse();
    assertThat(text(rest, "newer")).isEqualTo(text(top, "newer"));
  }

  @Test
  void aPageWithoutItemsLeadsOnIfPostsFollow() {
    var world = world();
    world.publish(Gen.ofSeed(1), 9);
    var whole = world.newestFirst();
    whole.subList(0, 4).forEach(world::delete);

    var bare = world.page("&limit=3");
    var next = world.page("&limit=3&cursor=" + text(bare, "cursor"));

    assertThat(bare.json().path("items")).isEmpty();
    assertThat(TimelineApp.items(next)).isEqualTo(whole.subList(4, 7));
    assertThat(world.page("&newer=" + text(next, "newer")).json().path("items")).isEmpty();
  }

  @Test
  void aPageObeysRelationsThatChangedAfterTheLast() {
    var world = world();
    world.publish(Gen.ofSeed(1), 12);
    var first = world.page("&limit=2");

    world.unfollowAll();

    assertThat(world.page("&cursor=" + text(first, "cursor")).json().path("items")).isEmpty();
  }

  @Test
  void needsNoMemoryAndNeverExpiresWithTime() {
    var world = world();
    world.publish(Gen.ofSeed(1), 5);
    var first = world.page("&limit=2");

    server.advance(Duration.ofDays(400));

    assertThat(world.page("&cursor=" + text(first, "cursor")).status()).isEqualTo(200);
    assertThat(world.page("&newer=" + text(first, "newer")).status()).isEqualTo(200);
  }

  @Test
  void aCursorOfAnotherProcessHasExpired() {
    var world = world();
    world.publish(Gen.ofSeed(1), 5);
    var first = world.page("&limit=2");
    try (var restarted = TestServer.start()) {
      for (var query :
          List.of("cursor=" + text(first, "cursor"), "newer=" + text(first, "newer"))) {
        var answer = restarted.get(world.path() + "?order=newest&" + query);

        assertThat(answer.status()).isEqualTo(410);
        assertThat(answer.code()).isEqualTo("cursor-expired");
        assertThat(answer.json().path("detail").asText())
            .contains("without 'cursor' or 'newer', in the same order");
      }
    }
  }

  @Test
  void aCursorIsGoodForItsReaderItsOrderAndItsNameOnly() {
    var world = world();
    var other = world();
    world.publish(Gen.ofSeed(1), 5);
    var first = world.page("&limit=2");
    var cursor = text(first, "cursor");
    var newer = text(first, "newer");
    var ranked = text(server.get(world.path() + "?limit=2"), "cursor");
    var refused =
        new ArrayList<>(
            List.of(
                other.page("&cursor=" + cursor),
                other.page("&newer=" + newer),
                world.page("&cursor=" + newer),
                world.page("&newer=" + cursor),
                world.page("&cursor=" + ranked),
                server.get(world.path() + "?cursor=" + cursor),
                server.get(world.path() + "?order=rank&cursor=" + cursor)));

    assertThat(refused).allMatch(each -> each.status() == 400);
    assertThat(refused).allMatch(each -> each.code().equals("invalid-cursor"));
    assertThat(text(refused.getLast(), "detail")).contains("order=newest");
    var both = world.page("&cursor=" + cursor + "&newer=" + newer);
    assertThat(both.code()).isEqualTo("malformed-query");
  }

  @Test
  void isCountedApartFromFeedsThatSteppedDown() {
    var world = world();
    world.page("");

    assertThat(server.get("/metrics").text())
        .contains("roost_feeds_total{order=\"rank\",quality=\"chronological\"} 0.0")
        .containsPattern("roost_feeds_total\\{order=\"newest\",quality=\"chronological\"} [1-9]");
  }
}
