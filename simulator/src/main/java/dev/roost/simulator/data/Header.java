package dev.roost.simulator.data;

import java.util.HashSet;
import java.util.List;

/// The names of a file's columns, in their order.
record Header(List<String> columns) {

  Header {
    columns = List.copyOf(columns);
  }

  /// Returns the header of a table.
  ///
  /// @throws BadRowException if a column is missing, doubled or not foreseen
  static Header of(List<String> columns, Table table) {
    var seen = new HashSet<String>();
    for (String column : columns) {
      if (!seen.add(column)) {
        throw new BadRowException("the column " + column + " is there twice");
      }
      if (!(table.othersAllowed()
          || table.required().contains(column)
          || table.optional().contains(column))) {
        throw new BadRowException("unknown column " + column + "; " + expected(table));
      }
    }
    for (String column : table.required()) {
      if (!seen.contains(column)) {
        throw new BadRowException("the column " + column + " is missing; " + expected(table));
      }
    }
    return new Header(columns);
  }

  private static String expected(Table table) {
    return "expected "
        + table.required()
        + (table.optional().isEmpty() ? "" : " and, if wanted, " + table.optional());
  }
}
