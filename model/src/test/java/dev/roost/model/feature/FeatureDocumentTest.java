package dev.roost.model.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// Holds `docs/features.md` to the schema; what it ought to say is written to `target`.
final class FeatureDocumentTest {

  private static final Path DOCUMENT = Path.of("../docs/features.md");
  private static final Path EXPECTED = Path.of("target/features.md");

  @Test
  void theDocumentTellsTheSchemaAsItIs() throws IOException {
    var schema = FeatureSchema.standard();
    var text =
        """
        # The features of ranking

        What a model may know of a reader and a candidate, %d columns, in the order of the row. A model serves rows of one schema only,
        which is named by the hash of names, units and values for "unknown":
        `%s`.

        Values are never NaN: what is unknown has a value of its own. `log2` is of 1 + the count. A *faded* count loses half of each event
        per half-life; *positive* is a click, like, share or comment; the *writer* of a repost is the original's. Rows are logged as
        served, and learned from as logged, but for `position`: an item is learned from at the place where it stood, and served at the
        neutral one.

        This page is generated from `Feature`; a test holds it to that.

        %s"""
            .formatted(schema.size(), schema.hash(), schema.table());
    Files.writeString(EXPECTED, text);

    assertThat(DOCUMENT).as("copy model/%s there", EXPECTED).hasContent(text);
  }
}
