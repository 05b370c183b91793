package dev.roost.api.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

final class RespClientTest {

  /// Connects to a server that has given its answers before it is asked, lets `client` talk to it,
  /// and returns what was asked.
  private static String asked(String answers, Talk talk) throws IOException {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var client = RespClient.connect(server.getLocalPort());
      try (var accepted = server.accept()) {
        accepted.getOutputStream().write(answers.getBytes(US_ASCII));
        accepted.shutdownOutput();
        try (client) {
          talk.with(client);
        }
        return new String(accepted.getInputStream().readAllBytes(), US_ASCII);
      }
    }
  }

  @FunctionalInterface
  private interface Talk {
    void with(RespClient client);
  }

  @Test
  void sendsWordsAndNumbersWithTheirLengths() throws IOException {
    var asked =
        asked(
            "+OK\r\n",
            client -> {
              client.begin(3);
              client.word("SET").word(0).word(1_203L);
              assertThat(client.finish()).isEqualTo("OK");
            });

    assertThat(asked).isEqualTo("*3\r\n$3\r\nSET\r\n$1\r\n0\r\n$4\r\n1203\r\n");
  }

  @Test
  void readsAsManyAnswersAsItSentCommands() throws IOException {
    asked(
        ":1\r\n$5\r\nab\r\nc\r\n$-1\r\n:7\r\n",
        client -> {
          ping(client, 2);
          assertThat(client.finish()).isEqualTo("ab\r\nc");
          ping(client, 2);
          assertThat(client.finish()).isEqualTo("7");
        });
  }

  @Test
  void whatDoesNotFitIntoOneBatchIsSentInSeveral() throws IOException {
    int commands = 10_000;
    var asked =
        asked(
            ":1\r\n".repeat(commands),
            client -> {
              ping(client, commands);
              assertThat(client.finish()).isEqualTo("1");
            });

    assertThat(asked).isEqualTo("*1\r\n$4\r\nPING\r\n".repeat(commands));
  }

  @Test
  void anErrorOrAnEndIsAnException() throws IOException {
    asked(
        "-ERR no such command\r\n",
        client -> {
          ping(client, 1);
          assertThatExceptionOfType(BenchException.Unusable.class)
              .isThrownBy(client::finish)
              .withMessageContaining("no such command");
        });
    asked(
        ":1",
        client -> {
          ping(client, 1);
          assertThatExceptionOfType(BenchException.Unusable.class)
              .isThrownBy(client::finish)
              .withMessageContaining("the connection ended");
        });
  }

  private static void ping(RespClient client, int times) {
    for (int i = 0; i < times; i++) {
      client.begin(1);
      client.word("PING");
    }
  }
}
