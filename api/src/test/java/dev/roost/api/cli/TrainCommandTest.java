package dev.roost.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.roost.api.port.ActorPortFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Examples of a small world, a model of them, and how good it is.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TrainCommandTest {

  private Path folder = Path.of("");

  private Path examples = Path.of("");

  private Typed run(String... args) {
    return Typed.run(new Wiring(ActorPortFactory::new, Typed.nothingPluggedIn().service()), args);
  }

  private static JsonNode json(Typed typed) throws IOException {
    assertThat(typed.code()).as(typed.err()).isZero();
    return new ObjectMapper().readTree(typed.out());
  }

  @BeforeAll
  void simulate(@TempDir Path dir) {
    folder = dir;
    examples = folder.resolve("examples");
    var typed =
        run(
            "simulate",
            "--scenario=none",
            "--users=120",
            "--days=4",
            "--examples=" + examples,
            "--out=" + folder.resolve("run"));
    assertThat(examples.resolve("examples-000001.roex")).as(typed.err()).exists();
  }

  @Test
  void aModelOfTheExamplesForetellsThem() throws IOException {
    var model = folder.resolve("a.roost").toString();

    var trained =
        json(run("train", examples.toString(), "--out", model, "--trees", "20", "--json"));
    assertThat(trained.path("heldOut").path("auc").asDouble()).isGreaterThan(0.5);
    assertThat(trained.path("provenance").path("rows").asInt()).isGreaterThan(400);

    assertThat(run("evaluate", model, examples.toString()).err()).contains("no example is newer");
    var held = json(run("evaluate", model, examples.toString(), "--all", "--json"));
    assertThat(held.path("positive").path("auc").path("value").asDouble()).isBetween(0.55, 1.0);
    assertThat(held.path("lists").path("ndcg@10").path("low").asDouble()).isPositive();
    assertThat(held.path("heads").path("click").path("count").asInt()).isGreaterThan(400);
    assertThat(held.path("slices").path("source=TRENDING").path("count").asInt()).isPositive();
    assertThat(held.path("reliability")).hasSize(10);

    var text = run("evaluate", model, examples.toString(), "--all");
    assertThat(text.out()).contains("auc", "ndcg@10", "country=", "Predicted");
  }

  @Test
  void aStudentIsSmallerAndNearlyAsGood() throws IOException {
    var teacher = folder.resolve("teacher.roost").toString();
    var student = folder.resolve("student.roost").toString();
    var first = json(run("train", examples.toString(), "--out", teacher, "--json"));
    var second =
        json(
            run(
                "train",
                examples.toString(),
                "--out=" + student,
                "--teacher=" + teacher,
                "--trees=10",
                "--leaves=8",
                "--json"));

    assertThat(second.path("heldOut").path("auc").asDouble())
        .isGreaterThan(first.path("heldOut").path("auc").asDouble() - 0.05);
    var large = json(run("evaluate", teacher, examples.toString(), "--all", "--json"));
    var small = json(run("evaluate", student, examples.toString(), "--all", "--json"));
    assertThat(small.path("cost").path("bytes").asLong())
        .isLessThan(large.path("cost").path("bytes").asLong());
    assertThat(small.path("cost").path("microsPerRow").asDouble()).isPositive();
  }

  @Test
  void equalExamplesGiveEqualBytes() throws IOException {
    var first = folder.resolve("first.roost");
    var second = folder.resolve("second.roost");
    for (var file : new Path[] {first, second}) {
      run("train", examples.toString(), "--out", file.toString(), "--trees", "5");
    }

    assertThat(Files.readAllBytes(second)).isEqualTo(Files.readAllBytes(first));
  }

  @Test
  void examplesAreNotMixedWithThoseOfAnotherRun() {
    var again = run("simulate", "--no-twins", "--examples=" + examples);

    assertThat(again.code()).isEqualTo(2);
    assertThat(again.err()).contains("holds examples already");
  }

  @Test
  void whatCannotBeReadIsSaidInOneSentence() throws IOException {
    var text = Files.writeString(folder.resolve("text.roex"), "a,b,c,d,e,f,g,h");

    var missing = run("train", folder.resolve("missing").toString());
    assertThat(missing.code()).isEqualTo(3);
    assertThat(missing.err()).contains("missing does not exist").doesNotContain("Exception");
    var wrong = run("train", text.toString());
    assertThat(wrong.code()).isEqualTo(3);
    assertThat(wrong.err()).contains("text.roex", "no examples").doesNotContain("Exception");
    var noModel = run("evaluate", text.toString(), examples.toString());
    assertThat(noModel.code()).isEqualTo(3);
    assertThat(noModel.err()).contains("text.roex", "no model");
    assertThat(run("train", examples.toString(), "--leaves", "1").code()).isEqualTo(2);
    assertThat(run("train", examples.toString(), "--learner", "guess").err()).contains("learner");
  }
}
