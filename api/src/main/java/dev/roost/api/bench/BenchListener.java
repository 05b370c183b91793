package dev.roost.api.bench;

/// Who is told how a bench goes on.
public interface BenchListener {

  /// Tells what is being done now.
  void doing(String what);

  /// Tells that rows will be missing, and why.
  void leavingOut(String why);
}
