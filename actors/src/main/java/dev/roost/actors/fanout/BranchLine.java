package dev.roost.actors.fanout;

import akka.actor.typed.ActorRef;
import java.util.ArrayDeque;
import java.util.Deque;

/// The way from a root to one branch, and which frames on it are not yet acknowledged.
///
/// A branch that owes as many answers as the window allows is *behind*: posts and totals are not
/// sent to it until it has answered all. It finds the posts in the journal's tail; totals are sent
/// again then. What is more urgent is sent until it owes twice as many. So a frozen node slows
/// nobody, and finds no more than that when it goes on.
final class BranchLine {

  private final ActorRef<FanoutBranch.Command> branch;
  private final int window;
  private final Deque<Long> unanswered = new ArrayDeque<>(); // numbers of frames
  private boolean behind;

  /// Returns a free line.
  ///
  /// @param window frames that may be unanswered; the largest number where nothing may be left out
  BranchLine(ActorRef<FanoutBranch.Command> branch, int window) {
    this.branch = branch;
    this.window = window;
  }

  /// Sends a frame that should arrive soon, unless the branch owes two windows of answers; returns
  /// whether it was sent. A withdrawal that was not sent comes by the journal's tail.
  boolean send(Frame frame) {
    boolean isRoom = unanswered.size() - window < window; // without overflow
    behind |= unanswered.size() >= window;
    if (isRoom) {
      unanswered.add(frame.sequence());
      branch.tell(frame);
    }
    return isRoom;
  }

  /// Sends a frame unless the branch is behind; returns whether it fell behind just now.
  boolean offer(Frame frame) {
    boolean fell = !behind && unanswered.size() >= window;
    behind |= fell;
    if (!behind) {
      send(frame);
    }
    return fell;
  }

  /// Notes the answer to a frame; it stands for those before it, whose answers may be lost. Returns
  /// whether the branch was behind until now.
  boolean noteAnswer(long sequence) {
    while (!unanswered.isEmpty() && unanswered.getFirst() <= sequence) {
      unanswered.removeFirst();
    }
    boolean caughtUp = behind && unanswered.isEmpty();
    behind &= !caughtUp;
    return caughtUp;
  }

  /// Returns whether posts and totals are not sent for now.
  boolean isBehind() {
    return behind;
  }

  /// Returns whether there is room for more than posts alone: half of the window.
  boolean isRoomy() {
    return unanswered.size() <= window / 2;
  }

  /// Returns the branch.
  ActorRef<FanoutBranch.Command> branch() {
    return branch;
  }
}
