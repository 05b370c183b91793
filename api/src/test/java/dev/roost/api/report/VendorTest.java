package dev.roost.api.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

final class VendorTest {

  @Test
  void whatIsCarriedIsWhatWasPublished() throws IOException, NoSuchAlgorithmException {
    var sums = new String(read("SHA256SUMS"), UTF_8).lines().toList();

    assertThat(sums).hasSizeGreaterThanOrEqualTo(4);
    for (var line : sums) {
      var sum = line.substring(0, 64);
      var name = line.substring(66);
      var actual = MessageDigest.getInstance("SHA-256").digest(read(name));
      assertThat(HexFormat.of().formatHex(actual)).as(name).isEqualTo(sum);
    }
  }

  private static byte[] read(String name) throws IOException {
    try (var in = requireNonNull(VendorTest.class.getResourceAsStream("vendor/" + name), name)) {
      return in.readAllBytes();
    }
  }
}
