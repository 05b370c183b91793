package dev.roost.simulator.data;

import static dev.roost.model.domain.EngagementKind.CLICK;
import static dev.roost.model.domain.EngagementKind.COMMENT;
import static dev.roost.model.domain.EngagementKind.HIDE;
import static dev.roost.model.domain.EngagementKind.LIKE;
import static dev.roost.model.domain.EngagementKind.SHARE;
import static dev.roost.simulator.Gen.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roost.model.domain.Ids;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.UserId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LogSourceTest {

  private static final String DESKDROP_HEADER =
      "timestamp,eventType,contentId,personId,sessionId,userAgent,userRegion,userCountry\n";

  @TempDir Path folder;

  private void write(String name, String text) {
    try {
      Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private RecordedLog own(String text, int maxErrors) {
    write("events.csv", text);
    return LogSource.CSV.read(folder, maxErrors);
  }

  private static UserId user(String name) {
    return new UserId(Ids.hash("user", name));
  }

  private static ItemId item(String name) {
    return new ItemId(Ids.hash("item", name));
  }

  @Test
  void mapsTheEventsOfDeskdrop() {
    write(
        "users_interactions.csv",
        DESKDROP_HEADER
            + "50,VIEW,-1,7,s,\"Mozilla (X, like Gecko)\",SP,BR\n"
            + "40,LIKE,-1,8,s,,,\n"
            + "60,BOOKMARK,-1,8,s,,?,xx\n"
            + "70,FOLLOW,-1,8,s,,,\n"
            + "80,COMMENT CREATED,-2,8,s,,,\n");

    var events = LogSource.DESKDROP.read(folder, 0).events();

    assertThat(events)
        .extracting(LoggedEvent::kind)
        .containsExactly(LIKE, CLICK, SHARE, LIKE, COMMENT);
    assertThat(events.get(1))
        .isEqualTo(
            new LoggedEvent(
                Instant.ofEpochSecond(50), user("7"), item("-1"), CLICK, null, "", "BR"));
    assertThat(events)
        .extracting(LoggedEvent::country)
        .containsExactly("ZZ", "BR", "ZZ", "ZZ", "ZZ");
  }

  @Test
  void putsTheTagsOfAMonthAtItsBeginning() {
    write(
        "user_taggedartists.tsv",
        """
        userID\tartistID\ttagID\tday\tmonth\tyear\r
        2\t52\t13\t1\t4\t2009\r
        2\t52\t15\t9\t4\t2009\r
        2\t52\t15\t1\t5\t2009\r
        3\t52\t15\t1\t6\t1956\r
        """);
    write("user_friends.tsv", "userID\tfriendID\r\n2\t3\r\n");

    var log = LogSource.LASTFM.read(folder, 0);

    assertThat(log.events())
        .extracting(LoggedEvent::at)
        .containsExactly(
            Instant.parse("2009-04-01T00:00:00Z"), Instant.parse("2009-05-01T00:00:00Z"));
    assertThat(log.follows()).containsExactly(new LoggedFollow(user("2"), user("3")));
    assertThat(log.reading().dropped()).isEqualTo(1);
    assertThat(log.reading().merged()).isEqualTo(1);
    assertThat(log.reading().rows()).isEqualTo(5);
  }

  @Test
  void takesReviewsForEngagementsAndTrustsForFollows() {
    write(
        "reviews.csv",
        """
        review_id,user_id,movie_id,genre_id,rating,date
        1,5,77,14,4,2000-05-31
        2,6,77,14,3,2000-06-01
        """);
    write("trusts.csv", "trustor_id,trustee_id,trust\n5,6,1\n");

    var log = LogSource.CIAODVD.read(folder, 0);

    assertThat(log.events()).extracting(LoggedEvent::kind).containsExactly(LIKE, COMMENT);
    assertThat(log.events().getFirst().topic()).isEqualTo("genre 14");
    assertThat(log.events().getFirst().at()).isEqualTo(Instant.parse("2000-05-31T00:00:00Z"));
    assertThat(log.follows()).containsExactly(new LoggedFollow(user("5"), user("6")));
  }

  @Test
  void readsALogOfOnesOwnInAnyOrder() {
    var log =
        own(
            """
            event,item,user,timestamp,country,author
            like,x,ann,2020-01-02T03:04:05+01:00,FR,bob
            hide,x,cid,2020-01-02,,
            click,"y, z",ann,0,Mars,bob
            """,
            0);

    assertThat(log.events()).extracting(LoggedEvent::kind).containsExactly(CLICK, HIDE, LIKE);
    assertThat(log.events().getLast())
        .isEqualTo(
            new LoggedEvent(
                Instant.parse("2020-01-02T02:04:05Z"),
                user("ann"),
                item("x"),
                LIKE,
                user("bob"),
                "",
                "FR"));
    assertThat(log.events().getFirst().item()).isEqualTo(item("y, z"));
    assertThat(log.events().getFirst().country()).isEqualTo("ZZ");
  }

  @Test
  void saysWhatIsWrongWithARow() {
    String header = "user,item,timestamp,event,author,topic\n";
    refusesRow(header, "u,i,1,jump,,", "unknown event jump");
    refusesRow(header, "u,i,1,impression,,", "unknown event impression");
    refusesRow(header, "u,i,soon,like,,", "timestamp is no whole number: soon");
    refusesRow(header, "u,i,NaN,like,,", "timestamp is no whole number");
    refusesRow(header, "u,i,1457963676123,like,,", "must lie in");
    refusesRow(header, "u,i,2020-02-30,like,,", "is no date");
    refusesRow(header, "u,i,2020-02-20T10:00:00,like,,", "is no instant");
    refusesRow(header, "u,i,9020-02-20T10:00:00Z,like,,", "1970..2199");
    refusesRow(header, ",i,1,like,,", "user is empty");
    refusesRow(header, "u, ,1,like,,", "item is empty");
    refusesRow(header, "u,i,1,like,," + "t".repeat(65), "topic is longer");
    refusesRow(header + "u,i,1,like,a,\n", "u,i,1,like,b,", "another author");
  }

  private void refusesRow(String before, String row, String message) {
    long line = before.lines().count() + 1;
    assertThatExceptionOfType(InvalidDataException.class)
        .isThrownBy(() -> own(before + row + "\n", 0))
        .withMessageContaining("events.csv:" + line + ": ")
        .withMessageContaining(message);
  }

  @Test
  void importsAllGoodRowsOrNone() {
    forAll(
        gen -> {
          var text = new StringBuilder("user,item,timestamp,event\n");
          var badLines = new ArrayList<Long>();
          int rows = gen.whole(1, 40);
          for (int i = 0; i < rows; i++) {
            boolean bad = i > 0 && gen.whole(0, 4) == 0;
            text.append(bad ? "u,i,then,like\n" : "u,i," + i + ",like\n");
            if (bad) {
              badLines.add(i + 2L);
            }
          }
          int bad = badLines.size();

          var log = own(text.toString(), bad);
          assertThat(log.events()).hasSize(rows - bad);
          assertThat(log.reading().malformed()).isEqualTo(bad);
          assertThat(log.reading().rows()).isEqualTo(rows);

          if (bad > 0) {
            var refusal =
                catchThrowableOfType(
                    InvalidDataException.class, () -> own(text.toString(), bad - 1));
            assertThat(refusal.count()).isEqualTo(bad);
            assertThat(refusal.first())
                .extracting(RowProblem::line)
                .isEqualTo(badLines.stream().limit(Problems.SHOWN).toList());
          }
        });
  }

  @Test
  void refusesALogWithoutEventsOrFiles() {
    assertThatExceptionOfType(InvalidDataException.class)
        .isThrownBy(() -> own("user,item,timestamp,event\n", 0))
        .withMessageContaining("no event");
    assertThatExceptionOfType(InvalidDataException.class)
        .isThrownBy(() -> LogSource.DESKDROP.read(folder, 0))
        .withMessageContaining("users_interactions.csv");
  }

  @Test
  void isFoundByItsName() {
    for (var source : LogSource.values()) {
      assertThat(LogSource.parse(source.toString())).contains(source);
    }
    assertThat(LogSource.parse("movielens")).isEmpty();
    assertThat(List.of(LogSource.values()).toString())
        .isEqualTo("[deskdrop, lastfm, ciaodvd, csv]");
  }
}
