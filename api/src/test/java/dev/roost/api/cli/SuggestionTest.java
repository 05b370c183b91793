package dev.roost.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SuggestionTest {

  @ParameterizedTest
  @CsvSource({"a,a,0", "a,b,1", "ab,ba,1", "'',abc,3", "prot,port,1", "kitten,sitting,3"})
  void countsEdits(String from, String to, int edits) {
    assertThat(Suggestion.edits(from, to)).isEqualTo(edits);
    assertThat(Suggestion.edits(to, from)).isEqualTo(edits);
  }

  @ParameterizedTest
  @CsvSource({"--prot=3,--port", "--hlep,--help", "--jsn,--json"})
  void findsTheOptionMeant(String typed, String meant) {
    assertThat(Typed.run("doctor", typed).err()).contains("did you mean " + meant + "?");
  }

  @ParameterizedTest
  @CsvSource({"docter,doctor", "sreve,serve"})
  void findsTheCommandMeant(String typed, String meant) {
    assertThat(Typed.run(typed).err()).contains("did you mean " + meant + "?");
  }

  @ParameterizedTest
  @CsvSource({"--colour", "--x"})
  void keepsQuietWhenNothingIsNear(String typed) {
    assertThat(Typed.run("doctor", typed).err()).doesNotContain("did you mean");
  }
}
