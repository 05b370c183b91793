package dev.roost.api.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Requests that no client library would send, byte by byte.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BadRequestTest {

  private static final int DEADLINE_MILLIS = 20_000;
  private static final List<String> CHUNKED =
      List.of(
          "POST /v1/users HTTP/1.1",
          "Host: localhost",
          "Content-Type: application/json",
          "Transfer-Encoding: chunked");

  private final TestServer server = TestServer.start("body-timeout = 200ms");

  /// What is sent, and how the answer begins.
  record Raw(String what, String bytes, String answer) {

    @Override
    public String toString() {
      return what;
    }
  }

  private static Raw raw(String what, String answer, String... lines) {
    return new Raw(what, String.join("\r\n", lines) + "\r\n", "HTTP/1.1 " + answer);
  }

  static Stream<Raw> requests() {
    var post = "POST /v1/users HTTP/1.1";
    var host = "Host: localhost";
    var json = "Content-Type: application/json";
    return Stream.of(
        raw("garbage", "400", "\0\1\2\3garbage", "", ""),
        raw("unknown method", "501", "BREW / HTTP/1.1", host, "", ""),
        raw("no host", "400", "GET /v1/health/live HTTP/1.1", "", ""),
        raw("negative length", "400", post, host, json, "Content-Length: -1", "", ""),
        raw("length with a plus", "400", post, host, json, "Content-Length: +5", "", ""),
        raw(
            "two lengths",
            "400",
            post,
            host,
            json,
            "Content-Length: 2",
            "Content-Length: 3",
            "",
            ""),
        raw(
            "length past 64 bits",
            "400",
            post,
            host,
            json,
            "Content-Length: 99999999999999999999",
            "",
            ""),
        raw("length past the limit", "413", post, host, json, "Content-Length: 8388609", "", "{"),
        raw(
            "length and chunks",
            "400",
            post,
            host,
            json,
            "Content-Length: 2",
            "Transfer-Encoding: chunked",
            "",
            "{}"),
        raw("broken chunk", "400", post, host, json, "Transfer-Encoding: chunked", "", "zz", ""),
        raw("body that never comes", "408", post, host, json, "Content-Length: 10", "", "{"),
        raw("40 headers", "4", "GET /v1/health/live HTTP/1.1", host, "X-A: b\r\n".repeat(40)),
        raw(
            "nested comments",
            "200",
            "GET /v1/health/live HTTP/1.1",
            host,
            "User-Agent: " + "(".repeat(2000),
            "",
            ""),
        raw("accept boom", "200", "GET /v1/health/live HTTP/1.1", host, "Accept: */boom", "", ""),
        raw(
            "invalid UTF-8",
            "400",
            post,
            host,
            json,
            "Content-Length: 18",
            "",
            "{\"externalId\":\"\u00ff\"}"));
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @MethodSource("requests")
  void isRefusedWithoutHarm(Raw each) throws IOException {
    assertThat(send(each.bytes())).startsWith(each.answer());
    server.assertAlive();
  }

  private static String chunked(String... chunks) {
    var request = new StringBuilder();
    request.append(String.join("\r\n", CHUNKED)).append("\r\n\r\n");
    for (var chunk : chunks) {
      request.append(Integer.toHexString(chunk.length())).append("\r\n");
      request.append(chunk).append("\r\n");
    }
    return request.append("0\r\n\r\n").toString();
  }

  @Test
  void aBodyInManyChunksIsReadAsOne() throws IOException {
    assertThat(send(chunked("{\"", "externalId\":\"ana", "\"}"))).startsWith("HTTP/1.1 201");
  }

  @Test
  void chunksPastTheLimitAreRefused() throws IOException {
    var chunks = Collections.nCopies(20, " ".repeat(4096)).toArray(String[]::new);

    assertThat(send(chunked(chunks))).startsWith("HTTP/1.1 413");
    server.assertAlive();
  }

  /// A connection closed on a client that is still sending may lose it the answer.
  @Test
  void aBodySomewhatTooLargeLeavesTheConnectionOpen() throws IOException {
    var json = new String[] {"POST /v1/users HTTP/1.1", "Host: localhost", CHUNKED.get(2)};
    var tooLarge =
        String.join("\r\n", json) + "\r\nContent-Length: 70000\r\n\r\n" + " ".repeat(70_000);
    var next = "GET /v1/health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

    assertThat(sendAndReadAll(tooLarge + next)).contains("HTTP/1.1 413", "HTTP/1.1 200");
    var chunks = Collections.nCopies(20, " ".repeat(4096)).toArray(String[]::new);
    assertThat(sendAndReadAll(chunked(chunks) + next)).contains("HTTP/1.1 413", "HTTP/1.1 200");
  }

  private String sendAndReadAll(String bytes) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(DEADLINE_MILLIS);
      socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }
  }

  /// Sends bytes and returns the first bytes of the answer.
  private String send(String bytes) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(DEADLINE_MILLIS);
      socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readNBytes(12), ISO_8859_1);
    }
  }
}
