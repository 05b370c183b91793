package dev.roost.simulator.world;

import dev.roost.model.chance.Chance;

/// What posts say: words of their topic among words of their language, more often the common ones.
///
/// The words are made up, so that text is as telling of topic and language as real text, and says
/// nothing to anybody. How often a word comes follows Zipf's law.
final class Prose {

  private static final String[][] SYLLABLES = {
    {"ba", "ção", "da", "fe", "lho", "mi", "nha", "po", "que", "ra", "se", "tu", "vi", "xe"},
    {"and", "ble", "con", "der", "ing", "low", "ment", "ness", "out", "pre", "ship", "the", "un"},
    {"al", "ción", "de", "es", "fue", "gar", "la", "mien", "ño", "pla", "rro", "si", "to", "via"},
    {"अ", "का", "गी", "चे", "ता", "दि", "ना", "पु", "मे", "रा", "ली", "वो", "सा", "ही"},
    {"auf", "ber", "der", "ein", "ge", "heit", "ich", "keit", "lich", "mit", "sch", "ung", "ver"},
    {"あ", "か", "さ", "た", "な", "は", "ま", "や", "ら", "わ", "ん", "き", "し", "と"},
  };
  private static final int COMMON = 60; // words of a language
  private static final int TELLING = 40; // words of a topic in a language
  private static final double SHARE_TELLING = 0.4;
  private static final int FEWEST = 6;
  private static final int SPREAD = 24;

  private final Chance words;
  private final Chance drawn;

  Prose(long seed) {
    this.words = Chance.of(seed, "words");
    this.drawn = Chance.of(seed, "prose");
  }

  /// Returns the text of an original; always the same.
  String text(Content content, int item) {
    long key = content.key(item);
    int language = content.languageOrdinal(item);
    var text = new StringBuilder(Topics.name(content.topic(item)));
    int length = FEWEST + drawn.below(SPREAD, key, 0, 0);
    for (int nth = 1; nth <= length; nth++) {
      boolean isTelling = drawn.happens(SHARE_TELLING, key, nth, 1);
      int rank = zipf(isTelling ? TELLING : COMMON, drawn.uniform(key, nth, 2));
      text.append(' ');
      word(text, language, isTelling ? 1 + content.topic(item) : 0, rank);
    }
    return text.toString();
  }

  /// Returns a rank in `[0, n)` with a chance in proportion to about 1 / (rank + 1).
  private static int zipf(int n, double uniform) {
    return Math.min(n - 1, (int) StrictMath.pow(n + 1.0, uniform) - 1);
  }

  private void word(StringBuilder text, int language, int kind, int rank) {
    String[] syllables = SYLLABLES[language];
    long word = (language * 64L + kind) * 1024 + rank;
    int length = 1 + words.below(3, word, 0, 0);
    for (int nth = 0; nth <= length; nth++) {
      text.append(syllables[words.below(syllables.length, word, 1, nth)]);
    }
  }
}
