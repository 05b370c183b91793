package dev.roost.api.serve;

import akka.actor.CoordinatedShutdown;
import akka.http.javadsl.ServerBinding;
import dev.roost.actors.node.RoostNode;
import dev.roost.api.cli.Service.Running;
import java.util.concurrent.ExecutionException;

/// A node that answers until its actor system ends.
record Serving(RoostNode node, ServerBinding binding) implements Running {

  @Override
  public String address() {
    var address = binding.localAddress();
    var host = address.getHostString();
    return "http://%s:%d"
        .formatted(host.contains(":") ? "[" + host + "]" : host, address.getPort());
  }

  @Override
  public boolean awaitEnd() throws InterruptedException {
    try {
      node.system().getWhenTerminated().toCompletableFuture().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the node failed", e.getCause());
    }
    return CoordinatedShutdown.get(node.system())
        .getShutdownReason()
        .filter(CoordinatedShutdown.jvmExitReason()::equals)
        .isPresent();
  }
}
