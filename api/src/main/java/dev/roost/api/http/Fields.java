package dev.roost.api.http;

import dev.roost.model.domain.Ids;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.RequestId;
import dev.roost.model.domain.UserId;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Checks of single values from outside; each refuses with the place and the remedy.
final class Fields {

  private static final Pattern EXTERNAL_ID = Pattern.compile("[A-Za-z0-9._:@-]{1,64}");

  private Fields() {}

  /// Returns a value that must be there.
  static <T> T required(@Nullable T value, String pointer) {
    if (value == null) {
      throw Refusal.at(
          ProblemCode.MISSING_FIELD, pointer, "'" + pointer.substring(1) + "' is required");
    }
    return value;
  }

  /// Returns a value that must lie in `[low, high]`.
  static int inRange(long value, int low, int high, String pointer) {
    if (value < low || value > high) {
      throw Refusal.at(
          ProblemCode.OUT_OF_RANGE,
          pointer,
          "'%s' must be %d to %d: %d".formatted(pointer.substring(1), low, high, value));
    }
    return (int) value;
  }

  /// Returns text of at most `longest` characters that every client can be sent again.
  static String text(String value, int longest, String pointer) {
    if (value.length() > longest) {
      throw Refusal.at(
          ProblemCode.OUT_OF_RANGE,
          pointer,
          "'%s' may have %d characters: %d"
              .formatted(pointer.substring(1), longest, value.length()));
    }
    boolean broken =
        value.indexOf('\0') >= 0
            || value.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= '\uDFFF');
    if (broken) {
      throw Refusal.at(
          ProblemCode.INVALID_VALUE,
          pointer,
          "the text holds a NUL or half of a surrogate pair, which are no characters");
    }
    return value;
  }

  /// Returns the constant of a word, or `otherwise` if there is no word.
  static <E extends Enum<E>> E word(
      Class<E> type, @Nullable String word, E otherwise, String pointer) {
    return word == null ? otherwise : word(type, word, pointer);
  }

  /// Returns the constant of a word.
  static <E extends Enum<E>> E word(Class<E> type, String word, String pointer) {
    return Words.parse(type, word)
        .orElseThrow(
            () ->
                Refusal.at(
                    ProblemCode.INVALID_VALUE,
                    pointer,
                    "'" + pointer.substring(1) + "' must be one of " + Words.all(type)));
  }

  /// Returns text that must match a pattern, or `otherwise` if there is none.
  static String matching(
      Pattern pattern, @Nullable String text, String otherwise, String pointer, String example) {
    if (text == null) {
      return otherwise;
    }
    if (!pattern.matcher(text).matches()) {
      throw Refusal.at(
          ProblemCode.INVALID_VALUE,
          pointer,
          "'" + pointer.substring(1) + "' must look like " + example);
    }
    return text;
  }

  /// Returns the name of an account elsewhere.
  static String externalId(@Nullable String text) {
    var name = required(text, "/externalId");
    if (!EXTERNAL_ID.matcher(name).matches()) {
      throw Refusal.at(
          ProblemCode.INVALID_ID,
          "/externalId",
          "'externalId' must be 1 to 64 letters, digits or any of . _ : @ -");
    }
    return name;
  }

  /// Returns the user that a text names.
  static UserId user(String text, @Nullable String pointer) {
    return new UserId(parse('u', text, pointer, "an account, as POST /v1/users returned it"));
  }

  /// Returns the post that a text names.
  static ItemId item(String text, @Nullable String pointer) {
    return new ItemId(parse('p', text, pointer, "a post, as POST /v1/users/{user}/posts returned"));
  }

  /// Returns the served feed that a text names.
  static RequestId request(String text, @Nullable String pointer) {
    return new RequestId(parse('r', text, pointer, "a feed, as its 'request' says"));
  }

  private static long parse(char kind, String text, @Nullable String pointer, String what) {
    var value =
        text.startsWith(String.valueOf(kind)) ? Ids.parse(text.substring(1)) : OptionalLong.empty();
    if (value.isEmpty()) {
      var form = "the identifier of " + what + ", is '" + kind + "' and 13 digits of base 32";
      throw pointer == null
          ? Refusal.of(ProblemCode.INVALID_ID, form)
          : Refusal.at(ProblemCode.INVALID_ID, pointer, form);
    }
    return value.getAsLong();
  }
}
