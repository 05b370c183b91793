package dev.roost.simulator.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// Which code wrote an image: only the same code reads it as it was meant.
public final class Build {

  private Build() {}

  /// Returns a fingerprint of all code that lies beside some classes, in hexadecimal.
  ///
  /// @param classes one of each jar or folder of classes
  public static String fingerprint(List<Class<?>> classes) {
    var sha = sha256();
    for (var each : classes) {
      try {
        var place = each.getProtectionDomain().getCodeSource().getLocation().toURI();
        add(sha, Path.of(place));
      } catch (URISyntaxException e) {
        throw new IllegalStateException("no place of " + each.getName(), e);
      } catch (IOException e) {
        throw new UncheckedIOException("the code of " + each.getName() + " cannot be read", e);
      }
    }
    return HexFormat.of().formatHex(sha.digest()).substring(0, 16);
  }

  private static void add(MessageDigest sha, Path place) throws IOException {
    if (!Files.isDirectory(place)) {
      sha.update(Files.readAllBytes(place));
      return;
    }
    try (var files = Files.walk(place)) {
      for (var file : files.filter(path -> path.toString().endsWith(".class")).sorted().toList()) {
        sha.update(Files.readAllBytes(file));
      }
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
