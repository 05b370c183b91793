package dev.roost.simulator.replay;

import dev.roost.model.domain.AgeBand;
import dev.roost.model.domain.Engagement;
import dev.roost.model.domain.EngagementKind;
import dev.roost.model.domain.Ids;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.MediaKind;
import dev.roost.model.domain.Post;
import dev.roost.model.domain.Profile;
import dev.roost.model.domain.RelationChange;
import dev.roost.model.domain.RequestId;
import dev.roost.model.domain.UserId;
import dev.roost.simulator.data.LoggedEvent;
import dev.roost.simulator.data.LoggedFollow;
import dev.roost.simulator.port.FeedPort;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/// Tells a recommender what a log holds: accounts, posts, follows and engagements.
///
/// A user is registered at the first event, with the country of that event; an author who did
/// nothing yet, when the item is published. An item is published at its first event, under its
/// author or, without one, under one catalogue account. An undated follow is told as soon as both
/// accounts exist.
final class Teller {

  /// Cites no feed.
  static final RequestId NO_FEED = new RequestId(0);

  private static final int BATCH = 400; // engagements told at once

  private static final UserId CATALOGUE = new UserId(Ids.hash("account", "catalogue"));

  private final FeedPort port;
  private final Flight flight;
  private final Set<UserId> known = new HashSet<>();
  private final Map<UserId, List<LoggedFollow>> follows = new HashMap<>();

  Teller(FeedPort port, Flight flight, List<LoggedFollow> follows) {
    this.port = port;
    this.flight = flight;
    for (var follow : follows) {
      waiting(follow.follower()).add(follow);
      if (!follow.follower().equals(follow.followed())) {
        waiting(follow.followed()).add(follow);
      }
    }
  }

  private List<LoggedFollow> waiting(UserId user) {
    return follows.computeIfAbsent(user, _ -> new ArrayList<>());
  }

  /// Registers the readers of some events who are not known yet.
  void register(List<LoggedEvent> events, Instant at) {
    var profiles = new LinkedHashMap<UserId, Profile>();
    for (var event : events) {
      if (!known.contains(event.user())) {
        profiles.putIfAbsent(event.user(), new Profile(AgeBand.UNKNOWN, event.country(), "zz"));
      }
    }
    open(profiles, at);
  }

  private void open(Map<UserId, Profile> profiles, Instant at) {
    flight.each(profiles.entrySet(), entry -> port.register(entry.getKey(), entry.getValue(), at));
    var told = new ArrayList<LoggedFollow>();
    for (var user : profiles.keySet()) {
      known.add(user);
      for (var follow : follows.getOrDefault(user, List.of())) {
        if (known.contains(follow.follower()) && known.contains(follow.followed())) {
          told.add(follow);
        }
      }
    }
    told.removeIf(follow -> follow.follower().equals(follow.followed())); // of nobody by nobody
    flight.each(
        told,
        follow -> port.relate(follow.follower(), RelationChange.FOLLOW, follow.followed(), at));
  }

  /// Publishes the items whose first events these are.
  void publish(List<LoggedEvent> firsts, Instant at) {
    var unknown = new LinkedHashMap<UserId, Profile>();
    for (var event : firsts) {
      var author = author(event);
      if (!known.contains(author)) {
        unknown.put(author, Profile.unknown());
      }
    }
    open(unknown, at);
    flight.each(
        firsts,
        event ->
            port.publish(
                new Post(
                    event.item(),
                    author(event),
                    at,
                    event.topic(),
                    "zz",
                    MediaKind.LINK,
                    "",
                    null)));
  }

  private static UserId author(LoggedEvent event) {
    var author = event.author();
    return author == null ? CATALOGUE : author;
  }

  /// Tells what readers did: first what answers a feed, then the rest. Who engages with an item has
  /// seen it, so an impression is told, too.
  void engage(List<Asked> asked, List<Question> questions, Instant at) {
    flight.each(
        batches(
            asked,
            one ->
                new Told(
                    one.question().reader(),
                    one.request(),
                    engagements(one.question().events(), one.served()::place))),
        told -> port.engage(told.reader(), told.request(), told.engagements(), at));
    flight.each(
        batches(
            questions.stream().filter(question -> !question.rest().isEmpty()).toList(),
            question ->
                new Told(question.reader(), NO_FEED, engagements(question.rest(), _ -> -1))),
        told -> port.engage(told.reader(), told.request(), told.engagements(), at));
  }

  /// What one reader did, as it is told at once.
  private record Told(UserId reader, RequestId request, List<Engagement> engagements) {}

  /// Returns what is told, cut to what a recommender takes at once.
  private static <T> List<Told> batches(List<T> all, Function<T, Told> teller) {
    var batches = new ArrayList<Told>();
    for (var each : all) {
      var told = teller.apply(each);
      var engagements = told.engagements();
      for (int from = 0; from < engagements.size(); from += BATCH) {
        int to = Math.min(from + BATCH, engagements.size());
        batches.add(new Told(told.reader(), told.request(), engagements.subList(from, to)));
      }
    }
    return batches;
  }

  private static List<Engagement> engagements(
      List<LoggedEvent> events, ToIntFunction<ItemId> place) {
    var told = new ArrayList<Engagement>();
    var met = new HashSet<ItemId>();
    for (var event : events) {
      int at = place.applyAsInt(event.item());
      if (met.add(event.item())) {
        told.add(Engagement.of(event.item(), EngagementKind.IMPRESSION, at));
      }
      told.add(Engagement.of(event.item(), event.kind(), at));
    }
    return told;
  }
}
