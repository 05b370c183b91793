package dev.roost.actors.fanout;

import akka.actor.typed.ActorRef;

/// The way from a root to one branch, and how many frames on it are not yet acknowledged.
///
/// A branch that owes too many answers is *behind*: posts and totals are not sent to it until it
/// has answered all, and it finds them in the journal's tail. So a frozen node slows nobody.
final class BranchLine {

  private final ActorRef<FanoutBranch.Command> branch;
  private final long window;
  private long sent; // number of the last frame
  private long answered; // highest number of a frame that was answered
  private boolean behind;

  /// Returns a free line.
  ///
  /// @param window frames that may be unanswered; the largest number where nothing may be left out
  BranchLine(ActorRef<FanoutBranch.Command> branch, long window) {
    this.branch = branch;
    this.window = window;
  }

  /// Sends a frame that must arrive, however far behind the branch is.
  void send(Frame frame) {
    sent = frame.sequence();
    branch.tell(frame);
  }

  /// Sends a frame unless the branch is behind; returns whether it fell behind just now.
  boolean offer(Frame frame) {
    boolean fell = !behind && frame.sequence() - answered > window;
    behind |= fell;
    if (!behind) {
      send(frame);
    }
    return fell;
  }

  /// Notes the answer to a frame; it stands for those before it, whose answers may be lost.
  void noteAnswer(long sequence) {
    answered = Math.max(answered, sequence);
    behind &= answered < sent;
  }

  /// Returns the branch.
  ActorRef<FanoutBranch.Command> branch() {
    return branch;
  }
}
