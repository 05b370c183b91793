package dev.roost.model.embed;

import dev.roost.model.item.ItemTable;

/// Where the taste of a reader and of those like them points, for one request.
///
/// Final and immutable; the dot products below are 0 when the taste is unknown.
public final class ReaderTaste {

  private final int column;
  private final float[] reader;
  private final float[] country;
  private final float[] ageBand;
  private final float[] language;

  ReaderTaste(int column, float[] reader, float[] country, float[] ageBand, float[] language) {
    this.column = column;
    this.reader = reader;
    this.country = country;
    this.ageBand = ageBand;
    this.language = language;
  }

  /// Returns a taste of which nothing is known.
  public static ReaderTaste unknown() {
    var nothing = new float[0];
    return new ReaderTaste(-1, nothing, nothing, nothing, nothing);
  }

  /// Returns the column of the table that holds the space of this taste, or -1 if none does.
  public int column() {
    return column;
  }

  /// Returns the direction of the reader's own taste; a fresh copy, empty without a column.
  public float[] direction() {
    return reader.clone();
  }

  /// Returns whether the reader's own taste is known.
  public boolean isKnown() {
    for (float value : reader) {
      if (value != 0) {
        return true;
      }
    }
    return false;
  }

  /// Returns the dot product of the reader's own taste with a row's place; needs a column.
  public float reader(ItemTable table, int row) {
    return table.dot(row, column, reader);
  }

  /// Returns the dot product of the taste of the reader's country with a row's place.
  public float country(ItemTable table, int row) {
    return table.dot(row, column, country);
  }

  /// Returns the dot product of the taste of the reader's age band with a row's place.
  public float ageBand(ItemTable table, int row) {
    return table.dot(row, column, ageBand);
  }

  /// Returns the dot product of the taste of the reader's language with a row's place.
  public float language(ItemTable table, int row) {
    return table.dot(row, column, language);
  }
}
