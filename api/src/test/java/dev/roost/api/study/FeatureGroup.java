package dev.roost.api.study;

import dev.roost.model.feature.Feature;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Features that say the same sort of thing; each belongs to one group.
enum FeatureGroup {
  READER("READER_.*|SINCE_ACTIVE|SINCE_LAST|LAST_AGE"),
  CIRCUMSTANCES("DEVICE|HOUR_OF_DAY|DAY_OF_WEEK|DEPTH|ASKED_FROM|POSITION"),
  ITEM_AGE("ITEM_AGE|ITEM_NEWER|AFTER_LAST"),
  ITEM_COUNTS(
      "ITEM_(IMPRESSIONS|CLICKS|LIKES|SHARES|COMMENTS|HIDES|READERS|POSITIVES|VELOCITY|HEAT_GAP).*"
          + "|ITEM_(CLICK_|LIKE_|SHARE_|COMMENT_|HIDE_)?RATE.*|SINCE_POSITIVE"),
  ITEM_FORM("ITEM_(MEDIA|TEXT|IS_REPOST|LANGUAGE)"),
  WRITER("WRITER_(IMPRESSIONS|RATE)"),
  NEARBY("(COUNTRY|LANGUAGE)_POSITIVES_1D"),
  COMPANY("COMPANY_.*"),
  TASTE("(COUNTRY_|AGE_|LANGUAGE_)?TASTE|LAST_NEAR|FIVE_NEAR"),
  TOPIC_MEMORY("TOPIC_.*|SINCE_TOPIC"),
  GROUP_RATES("(COUNTRY|AGE)_TOPIC_RATE|LANGUAGE_RATE"),
  WRITER_MEMORY("WRITER_(SHARE|POSITIVES.*|SEEN|OWN_RATE)|SINCE_WRITER(_SEEN)?"),
  ITEM_MEMORY("ENGAGED_BEFORE|SINCE_ENGAGED|SHOWN_BEFORE"),
  RELATION("LANGUAGE_MATCH|FOLLOWS_AUTHOR");

  @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list of enum constants
  private final List<Feature> features;

  FeatureGroup(String names) {
    Predicate<String> isMember = Pattern.compile(names).asMatchPredicate();
    features = Arrays.stream(Feature.values()).filter(f -> isMember.test(f.name())).toList();
  }

  List<Feature> features() {
    return features;
  }

  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
