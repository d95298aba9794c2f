package com.truevault.mail;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words in braces, which are replaced by values. Values are text: what they hold stays as it is.
 */
final class Placeholders {
  private static final Pattern WORD = Pattern.compile("\\{([^{}\\n]{0,60})\\}");

  private Placeholders() {}

  /** What stands in braces. */
  static Set<String> in(String text) {
    return WORD.matcher(text)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** How often a word stands in braces. */
  static long count(String text, String word) {
    return WORD.matcher(text).results().filter(match -> match.group(1).equals(word)).count();
  }

  /** The text with its values; a word that has none stays as it is. */
  static String fill(String text, Map<String, String> values) {
    return fill(text, values, Placeholders::printable);
  }

  /** One line with its values. */
  static String fillLine(String line, Map<String, String> values) {
    return fill(line, values, value -> printable(value).replace('\n', ' '));
  }

  private static String fill(String text, Map<String, String> values, UnaryOperator<String> kept) {
    return WORD.matcher(text)
        .replaceAll(
            match -> {
              String value = values.get(match.group(1));
              return Matcher.quoteReplacement(value == null ? match.group() : kept.apply(value));
            });
  }

  private static String printable(String value) {
    return value
        .codePoints()
        .map(c -> c == '\n' || !Character.isISOControl(c) ? c : ' ')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
