package dev.roost.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roost.model.domain.UserId;
import dev.roost.model.feed.Place;
import dev.roost.model.feed.Stretch;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

final class CursorSealTest {

  private static final int CHECKSUM = 83;

  private final CursorSeal seal = new CursorSeal(new SecureRandom());
  private final Cursor cursor =
      new Cursor.Older(
          new UserId(-7), new Stretch(new Place(42, -1), new Place(-42, 1)), new Place(43, 0));

  private static byte[] bytes(String text) {
    return Base64.getUrlDecoder().decode(text);
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().encodeToString(bytes);
  }

  /// Mends the checksum, as one who forges a cursor would.
  private static String forged(byte[] bytes) {
    var crc = new CRC32C();
    crc.update(bytes, 0, CHECKSUM);
    return text(ByteBuffer.wrap(bytes).putInt(CHECKSUM, (int) crc.getValue()).array());
  }

  private void assertBroken(String text) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> seal.open(text))
        .satisfies(
            refusal -> assertThat(refusal.problem().code()).isEqualTo(ProblemCode.INVALID_CURSOR));
  }

  @Test
  void opensWhatItSealed() {
    assertThat(seal.open(seal.text(cursor))).contains(cursor);
  }

  @Test
  void opensEveryKindAsItWas() {
    var reader = new UserId(Long.MIN_VALUE);
    var place = new Place(0, Long.MIN_VALUE);
    for (var each :
        List.of(
            new Cursor.Ranked(reader, -1),
            new Cursor.Older(reader, new Stretch(place, null), null),
            new Cursor.Older(reader, Stretch.ALL, place),
            new Cursor.Newer(reader, place),
            new Cursor.Newer(reader, null))) {
      assertThat(seal.open(seal.text(each))).contains(each);
    }
  }

  @Test
  void noBitCanBeChanged() {
    var sealed = seal.text(cursor);
    for (int bit = 0; bit < 8 * bytes(sealed).length; bit++) {
      var changed = bytes(sealed);
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      assertBroken(text(changed));
    }
  }

  @Test
  void noByteCanBeForged() {
    var sealed = seal.text(cursor);
    for (int i = 1 + Long.BYTES; i < CHECKSUM; i++) { // after the version and the public seal
      var changed = bytes(sealed);
      changed[i] ^= 1;
      assertBroken(forged(changed));
    }
  }

  @Test
  void cannotBeCutOrExtended() {
    var sealed = seal.text(cursor);

    assertBroken(sealed.substring(0, sealed.length() - 4));
    assertBroken(sealed + "AAAA");
    assertBroken("");
  }

  @Test
  void aCursorOfAnotherProcessHasExpired() {
    assertThat(new CursorSeal(new SecureRandom()).open(seal.text(cursor))).isEmpty();
  }
}
