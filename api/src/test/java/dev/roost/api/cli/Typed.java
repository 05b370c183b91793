package dev.roost.api.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/// What came of a command line typed in a test.
record Typed(int code, String out, String err) {

  static Typed run(Wiring wiring, String... args) {
    var out = new StringWriter();
    var err = new StringWriter();
    var console = new Console(new PrintWriter(out, true), new PrintWriter(err, true), false);
    int code = CommandLines.of(console, wiring).execute(args);
    return new Typed(code, out.toString(), err.toString());
  }

  static Typed run(String... args) {
    return run(nothingPluggedIn(), args);
  }

  static Wiring nothingPluggedIn() {
    return new Wiring(
        _ -> {
          throw new IllegalStateException("no recommenders plugged in");
        },
        () -> {
          throw new IllegalStateException("no service plugged in");
        });
  }
}
