package dev.roost.simulator.world;

/// What somebody mostly reads with.
public enum Device {
  ANDROID(0.55),
  IOS(0.30),
  WEB(0.15);

  private final double share;

  Device(double share) {
    this.share = share;
  }

  /// Returns the device of a person for whom chance drew `uniform`.
  static Device at(double uniform) {
    double end = 0;
    for (var device : values()) {
      end += device.share;
      if (uniform < end) {
        return device;
      }
    }
    return WEB;
  }
}
