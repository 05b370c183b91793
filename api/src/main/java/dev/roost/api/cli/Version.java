package dev.roost.api.cli;

import picocli.CommandLine.IVersionProvider;

/// The version of Roost, from the manifest of its jar, and that of Java.
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {"roost " + ofRoost() + ", Java " + Runtime.version()};
  }

  /// Returns the version of Roost, or `development` where it does not run from its jar.
  static String ofRoost() {
    var packaged = Version.class.getPackage().getImplementationVersion();
    return packaged == null ? "development" : packaged;
  }
}
