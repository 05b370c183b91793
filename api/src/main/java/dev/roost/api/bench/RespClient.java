package dev.roost.api.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;

/// A connection to a Redis server that sends commands in batches: the next one is on its way before
/// the answers to the last one are read.
///
/// Speaks as much of [RESP 2](https://redis.io/docs/latest/develop/reference/protocol-spec/) as a
/// bench needs: commands of words, answers of one line or one string. An error, or no answer for a
/// minute, is a [BenchException.Unusable].
final class RespClient implements AutoCloseable {

  private static final int BATCH_BYTES = 64 * 1024;
  private static final int PATIENCE_MILLIS = 60_000;
  private static final int LONGEST_WORD = 8 * 1024;

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final byte[] batch = new byte[BATCH_BYTES + LONGEST_WORD];
  private int filled;
  private int inBatch; // commands in the batch
  private int onTheirWay; // commands sent and not answered

  private RespClient(Socket socket) throws IOException {
    this.socket = socket;
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PATIENCE_MILLIS);
    in = new BufferedInputStream(socket.getInputStream(), BATCH_BYTES);
    out = socket.getOutputStream();
  }

  /// Connects to a server on this machine.
  static RespClient connect(int port) throws IOException {
    return new RespClient(new Socket(InetAddress.getLoopbackAddress(), port));
  }

  /// Begins a command of `words` words, which must follow.
  void begin(int words) {
    if (filled >= BATCH_BYTES) {
      send();
    }
    put('*', words);
    inBatch++;
  }

  /// Adds a word.
  RespClient word(byte[] word) {
    put('$', word.length);
    System.arraycopy(word, 0, batch, filled, word.length);
    filled += word.length;
    return end();
  }

  /// Adds a word.
  RespClient word(String word) {
    return word(word.getBytes(US_ASCII));
  }

  /// Adds a number, at least 0, as a word.
  RespClient word(long number) {
    put('$', digits(number));
    number(number);
    return end();
  }

  private void put(char kind, int count) {
    batch[filled++] = (byte) kind;
    number(count);
    end();
  }

  private RespClient end() {
    batch[filled++] = '\r';
    batch[filled++] = '\n';
    return this;
  }

  private void number(long number) {
    int digits = digits(number);
    long rest = number;
    for (int at = filled + digits - 1; at >= filled; at--) {
      batch[at] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    filled += digits;
  }

  private static int digits(long number) {
    int digits = 1;
    for (long rest = number; rest >= 10; rest /= 10) {
      digits++;
    }
    return digits;
  }

  private void send() {
    try {
      out.write(batch, 0, filled);
      int before = onTheirWay;
      onTheirWay = inBatch;
      filled = 0;
      inBatch = 0;
      for (int i = 0; i < before; i++) {
        answer();
      }
    } catch (IOException e) {
      throw wentAway(e);
    }
  }

  /// Sends what was begun and waits until everything is answered; returns the last answer.
  String finish() {
    send();
    try {
      String last = "";
      for (; onTheirWay > 0; onTheirWay--) {
        last = answer();
      }
      return last;
    } catch (IOException e) {
      throw wentAway(e);
    }
  }

  private static BenchException wentAway(IOException e) {
    return new BenchException.Unusable(
        "Redis broke off in the midst of its work: "
            + e.getMessage()
            + ". Is there memory enough? --peers leaves it out.",
        e);
  }

  private String answer() throws IOException {
    int kind = in.read();
    String line = line();
    return switch (kind) {
      case '+', ':' -> line;
      case '$' -> line.equals("-1") ? "" : string(Integer.parseInt(line));
      case '-' -> throw new IOException("it refused: " + line);
      default -> throw new IOException("not an answer of Redis: " + kind + " " + line);
    };
  }

  private String line() throws IOException {
    var line = new StringBuilder(8);
    for (int each = in.read(); each != '\r'; each = in.read()) {
      if (each < 0) {
        throw new IOException("the connection ended");
      }
      line.append((char) each);
    }
    in.skipNBytes(1);
    return line.toString();
  }

  private String string(int bytes) throws IOException {
    var string = new String(in.readNBytes(bytes), US_ASCII);
    in.skipNBytes(2);
    return string;
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot hang up", e);
    }
  }
}
