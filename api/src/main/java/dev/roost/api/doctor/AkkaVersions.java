package dev.roost.api.doctor;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

/// The versions of Akka's modules on the class path. Modules of one family in two versions die at
/// start, or worse, later.
public final class AkkaVersions {

  private AkkaVersions() {}

  /// One module of Akka.
  ///
  /// @param name such as `akka-cluster`
  /// @param version such as `2.8.5`
  public record Module(String name, String version) {

    /// Returns the family whose members must have one version.
    public String family() {
      if (name.startsWith("akka-http") || name.equals("akka-parsing")) {
        return "akka-http";
      }
      if (name.startsWith("akka-management")) {
        return "akka-management";
      }
      return name.equals("akka-persistence-r2dbc") ? name : "akka";
    }
  }

  /// Returns every module found, as its manifest names it.
  public static List<Module> onClassPath() {
    var modules = new ArrayList<Module>();
    try {
      var loader = AkkaVersions.class.getClassLoader();
      for (URL url : Collections.list(loader.getResources("META-INF/MANIFEST.MF"))) {
        try (var in = url.openStream()) {
          var main = new Manifest(in).getMainAttributes();
          var title = main.getValue(Attributes.Name.IMPLEMENTATION_TITLE);
          var version = main.getValue(Attributes.Name.IMPLEMENTATION_VERSION);
          if (title != null && version != null && title.startsWith("akka-")) {
            modules.add(new Module(title, version));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(modules);
  }

  /// Judges whether each family has one version.
  static Finding check(List<Module> modules) {
    var versions =
        modules.stream()
            .collect(
                groupingBy(
                    Module::family,
                    TreeMap::new,
                    mapping(Module::version, toCollection(TreeSet::new))));
    if (versions.isEmpty()) {
      return Finding.wrong("Akka", "no module found", "delete api/target and start ./roost again.");
    }
    boolean mixed = versions.values().stream().anyMatch(each -> each.size() > 1);
    return mixed
        ? Finding.wrong(
            "Akka", "versions are mixed: " + versions, "delete api/target and start ./roost again.")
        : Finding.ok("Akka", modules.size() + " modules agree: " + versions);
  }
}
