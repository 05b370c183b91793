package dev.roost.actors.registry;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Files of models that live as long as the process: for runs that can be repeated from their seed.
public final class MemoryFiles implements ModelFiles {

  private final Map<String, byte[]> files = new ConcurrentHashMap<>();

  @Override
  public void put(String hash, byte[] bytes) {
    files.put(hash, bytes.clone());
  }

  @Override
  public byte[] get(String hash) throws IOException {
    var bytes = files.get(hash);
    if (bytes == null) {
      throw new FileNotFoundException(hash);
    }
    return bytes.clone();
  }

  /// Returns all files by hash.
  public Map<String, byte[]> all() {
    return Map.copyOf(files);
  }

  @Override
  public void keep(Set<String> hashes) {
    files.keySet().retainAll(hashes);
  }
}
