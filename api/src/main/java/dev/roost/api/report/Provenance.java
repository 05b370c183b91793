package dev.roost.api.report;

/// Where a report was made: what its cost depends on, and nothing else in it.
///
/// @param roost version of Roost
/// @param java version of Java
/// @param system name and architecture of the operating system
/// @param processors how many the program could use
/// @param threads how many it was told to use
/// @param command the command line, to run it again
public record Provenance(
    String roost, String java, String system, int processors, int threads, String command) {

  /// Returns the provenance of what this process makes.
  public static Provenance ofProcess(String roost, int threads, String command) {
    return new Provenance(
        roost,
        Runtime.version().toString(),
        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
        Runtime.getRuntime().availableProcessors(),
        threads,
        command);
  }
}
