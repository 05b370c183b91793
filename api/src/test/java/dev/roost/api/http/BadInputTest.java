package dev.roost.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Inputs that a service meets sooner or later, each with the answer it gets and with a check that
/// others are still served.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BadInputTest {

  private static final String ANA = "u0000000000001";
  private static final String USERS = "/v1/users";
  private static final String POSTS = USERS + "/" + ANA + "/posts";
  private static final String FOLLOWS = USERS + "/" + ANA + "/follows";
  private static final String FEED = USERS + "/" + ANA + "/feed";
  private static final String ENGAGEMENTS = USERS + "/" + ANA + "/engagements";
  private static final String KEY = "Idempotency-Key";

  private final TestServer server = TestServer.start();

  /// One request and the answer expected.
  record Case(
      String what,
      String method,
      String path,
      @Nullable String body,
      List<String> headers,
      int status,
      String code) {

    @Override
    public String toString() {
      return what;
    }
  }

  private static Case get(String what, String path, int status, String code) {
    return new Case(what, "GET", path, null, List.of(), status, code);
  }

  private static Case post(String what, String path, String body, int status, String code) {
    return new Case(what, "POST", path, body, List.of(), status, code);
  }

  private static Case post(
      String what, String path, String body, int status, String code, String... headers) {
    return new Case(what, "POST", path, body, Arrays.asList(headers), status, code);
  }

  private static Case user(String what, String body, int status, String code) {
    return post(what, USERS, body, status, code);
  }

  private static Case named(String what, String externalId) {
    return user(what, "{\"externalId\":\"" + externalId + "\"}", 422, "invalid-id");
  }

  private static Case text(String what, String json, int status, String code) {
    return post(what, POSTS, "{\"text\":" + json + "}", status, code);
  }

  private static Case engaged(String what, String fields, int status, String code) {
    return post(
        what,
        ENGAGEMENTS,
        "{\"engagements\":[{\"item\":\"p0000000000001\",\"kind\":\"view\"" + fields + "}]}",
        status,
        code);
  }

  static Stream<Case> paths() {
    return Stream.of(
        get("no path", "/", 404, "unknown-path"),
        get("unknown path", "/v2/users", 404, "unknown-path"),
        get("slash at the end", "/v1/health/live/", 404, "unknown-path"),
        get("double slash", "//v1/health/live", 404, "unknown-path"),
        get("other case", "/V1/health/live", 404, "unknown-path"),
        get("matrix parameter", "/v1/health/live;a=b", 404, "unknown-path"),
        get("encoded traversal", USERS + "/..%2f..%2fetc/feed", 404, "unknown-path"),
        get("encoded dots", USERS + "/%2e%2e/feed", 404, "unknown-path"),
        get("encoded backslash", USERS + "/%5c..%5cwindows", 404, "unknown-path"),
        get("double encoding", USERS + "/%252e%252e", 404, "unknown-path"),
        get("encoded zero", USERS + "/" + ANA + "%00", 404, "unknown-path"),
        get("overlong UTF-8", USERS + "/%c0%ae%c0%ae", 404, "unknown-path"),
        get("empty identifier", USERS + "//feed", 404, "unknown-path"),
        get("identifier of another kind", USERS + "/p0000000000001", 422, "invalid-id"),
        get("name for identifier", USERS + "/ana", 422, "invalid-id"),
        get("identifier past 64 bits", USERS + "/ug000000000000", 422, "invalid-id"),
        get("identifier in capitals", USERS + "/U0000000000001", 422, "invalid-id"),
        get("65 characters", USERS + "/" + "a".repeat(65), 404, "unknown-path"),
        get("post by number", "/v1/posts/1", 422, "invalid-id"),
        get("address of 3,000 bytes", "/" + "a".repeat(3000), 414, "malformed-request"),
        new Case("put", "PUT", USERS, "{}", List.of(), 405, "method-not-allowed"),
        new Case("options", "OPTIONS", FEED, null, List.of(), 405, "method-not-allowed"),
        new Case(
            "unknown author of a deletion",
            "DELETE",
            "/v1/posts/p0000000000001",
            null,
            List.of(),
            400,
            "malformed-query"));
  }

  static Stream<Case> queries() {
    return Stream.of(
        get("limit 0", FEED + "?limit=0", 422, "out-of-range"),
        get("limit -1", FEED + "?limit=-1", 422, "out-of-range"),
        get("limit 101", FEED + "?limit=101", 422, "out-of-range"),
        get("limit 2^31", FEED + "?limit=2147483648", 422, "out-of-range"),
        get("limit 2^63", FEED + "?limit=9223372036854775808", 422, "out-of-range"),
        get("limit 1e3", FEED + "?limit=1e3", 422, "out-of-range"),
        get("limit 5.0", FEED + "?limit=5.0", 422, "out-of-range"),
        get("limit of Arabic digits", FEED + "?limit=%D9%A5", 422, "out-of-range"),
        get("empty limit", FEED + "?limit=", 422, "out-of-range"),
        get("limit twice", FEED + "?limit=5&limit=6", 400, "malformed-query"),
        get("unknown name", FEED + "?limits=5", 400, "malformed-query"),
        get("query where none is", "/v1/health/live?verbose", 400, "malformed-query"),
        get("empty cursor", FEED + "?cursor=", 400, "invalid-cursor"),
        get("short cursor", FEED + "?cursor=abcd", 400, "invalid-cursor"),
        get("cursor that is no base 64", FEED + "?cursor=%22%3E%3C", 400, "invalid-cursor"),
        get("long cursor", FEED + "?cursor=" + "a".repeat(1500), 400, "invalid-cursor"),
        get("unknown order", FEED + "?order=oldest", 422, "invalid-value"),
        get("empty order", FEED + "?order=", 422, "invalid-value"),
        get("order in capitals", FEED + "?order=NEWEST", 422, "invalid-value"),
        get("order twice", FEED + "?order=rank&order=newest", 400, "malformed-query"),
        get("newer of a ranked feed", FEED + "?newer=abcd", 400, "malformed-query"),
        get("empty newer", FEED + "?order=newest&newer=", 400, "invalid-cursor"),
        get("short newer", FEED + "?order=newest&newer=abcd", 400, "invalid-cursor"),
        get("empty cursor, newest", FEED + "?order=newest&cursor=", 400, "invalid-cursor"));
  }

  static Stream<Case> json() {
    var digits = "9".repeat(60_000);
    return Stream.of(
        user("empty body", "", 400, "malformed-json"),
        user("blank body", "  ", 400, "malformed-json"),
        user("cut off", "{\"externalId\":", 400, "malformed-json"),
        user("single quotes", "{'externalId':'a'}", 400, "malformed-json"),
        user("comment", "{/**/\"externalId\":\"a\"}", 400, "malformed-json"),
        user("trailing comma", "{\"externalId\":\"a\",}", 400, "malformed-json"),
        user("trailing garbage", "{\"externalId\":\"a\"} x", 400, "malformed-json"),
        user("two values", "{\"externalId\":\"a\"}{}", 400, "malformed-json"),
        user("byte order mark", "\uFEFF{\"externalId\":\"a\"}", 400, "malformed-json"),
        user(
            "duplicate field",
            "{\"externalId\":\"a\",\"externalId\":\"b\"}",
            400,
            "malformed-json"),
        user("NaN", "{\"externalId\":NaN}", 400, "malformed-json"),
        user("deep arrays", "[".repeat(20_000), 422, "wrong-type"),
        user("deep objects", "{\"externalId\":".repeat(2000), 422, "wrong-type"),
        user("long number", "{\"externalId\":" + digits + "}", 400, "malformed-json"),
        user("long name", "{\"" + "a".repeat(50_000) + "\":1}", 400, "malformed-json"),
        user("null", "null", 422, "wrong-type"),
        user("array", "[]", 422, "wrong-type"),
        user("text", "\"a\"", 422, "wrong-type"),
        user("unknown field", "{\"externalId\":\"a\",\"admin\":true}", 422, "unknown-field"),
        user("missing field", "{}", 422, "missing-field"),
        user("null for a required field", "{\"externalId\":null}", 422, "missing-field"),
        user("number for text", "{\"externalId\":5}", 422, "wrong-type"),
        user("fraction for text", "{\"externalId\":5.5}", 422, "wrong-type"),
        user("truth for text", "{\"externalId\":true}", 422, "wrong-type"),
        user("list for text", "{\"externalId\":[\"a\"]}", 422, "wrong-type"),
        user("unknown word", "{\"externalId\":\"a\",\"ageBand\":\"30\"}", 422, "invalid-value"),
        user("word by number", "{\"externalId\":\"a\",\"ageBand\":1}", 422, "wrong-type"),
        user("empty word", "{\"externalId\":\"a\",\"ageBand\":\"\"}", 422, "invalid-value"),
        user("small country", "{\"externalId\":\"a\",\"country\":\"br\"}", 422, "invalid-value"),
        user("long language", "{\"externalId\":\"a\",\"language\":\"por\"}", 422, "invalid-value"),
        named("empty name", ""),
        named("name of 257 characters", "a".repeat(257)),
        named("name with a bar", "a|b"),
        named("name with dollars", "$$$a"),
        named("name with a slash", "a/b"),
        named("name with a percent sign", "a%b"),
        named("name with a line break", "a\\nb"),
        named("name with a zero", "a\\u0000"),
        named("name in other letters", "аna"),
        named("name from right to left", "\u202Eana"),
        named("name with zero width", "a\u200Bb"),
        named("emoji", "👩‍👩‍👧"));
  }

  static Stream<Case> bodies() {
    var many = "{\"item\":\"p0000000000001\",\"kind\":\"like\"}";
    var batch = String.join(",", Collections.nCopies(501, many));
    return Stream.of(
        post("follow without a user", FOLLOWS, "{}", 422, "missing-field"),
        post("follow of a name", FOLLOWS, "{\"user\":\"ben\"}", 422, "invalid-id"),
        post("follow of oneself", FOLLOWS, "{\"user\":\"" + ANA + "\"}", 422, "refused"),
        post("post without text", POSTS, "{}", 422, "missing-field"),
        text("text past 10,000", "\"" + "a".repeat(10_001) + "\"", 422, "out-of-range"),
        text("half a surrogate pair", "\"\\ud83d\"", 422, "invalid-value"),
        text("zero in text", "\"a\\u0000\"", 422, "invalid-value"),
        text("text past 64 KiB", "\"" + "a".repeat(70_000) + "\"", 413, "body-too-large"),
        post(
            "long topic",
            POSTS,
            "{\"text\":\"\",\"topic\":\"" + "a".repeat(65) + "\"}",
            422,
            "out-of-range"),
        post("repost of nothing", POSTS, "{\"repostOf\":\"p0000000000009\"}", 422, "invalid-value"),
        post("empty batch", ENGAGEMENTS, "{\"engagements\":[]}", 422, "out-of-range"),
        post("batch of 501", ENGAGEMENTS, "{\"engagements\":[" + batch + "]}", 422, "out-of-range"),
        post("null in a batch", ENGAGEMENTS, "{\"engagements\":[null]}", 422, "missing-field"),
        post("object for a batch", ENGAGEMENTS, "{\"engagements\":{}}", 422, "wrong-type"),
        post(
            "feed by number", ENGAGEMENTS, "{\"request\":1,\"engagements\":[]}", 422, "wrong-type"),
        engaged("unknown field of an engagement", ",\"x\":1", 422, "unknown-field"),
        engaged("negative position", ",\"position\":-1", 422, "out-of-range"),
        engaged("position 2^31", ",\"position\":2147483648", 422, "out-of-range"),
        engaged("position 3.7", ",\"position\":3.7", 422, "wrong-type"),
        engaged("position 1e999", ",\"position\":1e999", 422, "wrong-type"),
        engaged("position as text", ",\"position\":\"3\"", 422, "wrong-type"),
        engaged("position as empty text", ",\"position\":\"\"", 422, "wrong-type"),
        engaged("huge exponent", ",\"dwellMillis\":1e20000000", 422, "wrong-type"),
        engaged("dwell past a day", ",\"dwellMillis\":86400001", 422, "out-of-range"),
        engaged("negative dwell", ",\"dwellMillis\":-5", 422, "out-of-range"),
        engaged("dwell 2^63", ",\"dwellMillis\":9223372036854775808", 422, "out-of-range"),
        post(
            "dwell of a like",
            ENGAGEMENTS,
            "{\"engagements\":[{\"item\":\"p0000000000001\",\"kind\":\"like\",\"dwellMillis\":5}]}",
            422,
            "invalid-value"));
  }

  static Stream<Case> headers() {
    var body = "{\"text\":\"a\"}";
    return Stream.of(
        post("no JSON", POSTS, body, 415, "unsupported-media-type", "Content-Type", "text/plain"),
        post(
            "form",
            POSTS,
            "a=b",
            415,
            "unsupported-media-type",
            "Content-Type",
            "application/x-www-form-urlencoded"),
        post("compressed", POSTS, body, 415, "unsupported-encoding", "Content-Encoding", "gzip"),
        post("empty key", POSTS, body, 400, "invalid-idempotency-key", KEY, ""),
        post("key with a space", POSTS, body, 400, "invalid-idempotency-key", KEY, "a b"),
        post("key of 256", POSTS, body, 400, "invalid-idempotency-key", KEY, "k".repeat(256)),
        post(
            "header of 5,000 bytes",
            POSTS,
            body,
            431,
            "malformed-request",
            "X-Long",
            "a".repeat(5000)));
  }

  @BeforeAll
  void register() {
    server.node.rename(Fields.user(ANA, null), "ana");
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @MethodSource({"paths", "queries", "json", "bodies", "headers"})
  void isRefusedWithoutHarm(Case each) {
    var answer =
        server.send(each.method(), each.path(), each.body(), each.headers().toArray(String[]::new));

    assertThat(answer.status()).as(answer.text()).isEqualTo(each.status());
    assertThat(answer.code()).as(answer.text()).isEqualTo(each.code());
    assertThat(answer.json().path("outcome").asText()).isEqualTo("rejected");
    assertThat(answer.text()).doesNotContain("dev.roost", "jackson", "Exception");
    server.assertAlive();
  }
}
