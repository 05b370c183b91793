package dev.roost.simulator.data;

import java.util.List;

/// One row of a [Table]; every accessor throws [BadRowException] if the field is not as expected.
record Row(Header header, List<String> fields) {

  /// Checks that the row has a field for each column.
  void checkLength() {
    int expected = header.columns().size();
    if (fields.size() != expected) {
      throw new BadRowException(fields.size() + " fields; expected " + expected);
    }
  }

  /// Returns a field as it stands, or the empty text if there is no such column.
  String text(String column) {
    int index = header.columns().indexOf(column);
    return index < 0 ? "" : fields.get(index);
  }

  /// Returns a field that is not empty.
  String present(String column) {
    String text = text(column);
    if (text.isBlank()) {
      throw new BadRowException(column + " is empty");
    }
    return text;
  }

  /// Returns a whole number in `[low, high]`.
  long whole(String column, long low, long high) {
    String text = present(column);
    try {
      long value = Long.parseLong(text);
      if (value >= low && value <= high) {
        return value;
      }
    } catch (NumberFormatException _) {
      throw new BadRowException(column + " is no whole number: " + shown(text));
    }
    throw new BadRowException(column + " must lie in " + low + ".." + high + ": " + shown(text));
  }

  /// Returns a text short enough for a message.
  static String shown(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
