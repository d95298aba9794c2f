package com.truevault.wireguard.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules of nftables as {@code nft list ruleset} prints them. */
public final class Ruleset {
  /** The table that setup makes. */
  static final String OWN = "inet truevault";

  private static final Pattern TABLE =
      Pattern.compile("^table (\\S+ \\S+) \\{\\n(.*?)^}", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern CHAIN =
      Pattern.compile("^\\tchain (\\S+) \\{\\n(.*?)^\\t}", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern PORTS = Pattern.compile("dport (\\{[^}]*}|\\S+)(.*)");
  private static final Pattern RANGE = Pattern.compile("(\\d+)(?:-(\\d+))?");

  private final List<Chain> chains = new ArrayList<>();

  /** Reads the rules. */
  public Ruleset(String text) {
    TABLE
        .matcher(text)
        .results()
        .forEach(
            table ->
                CHAIN
                    .matcher(table.group(2))
                    .results()
                    .map(chain -> new Chain(table.group(1), chain.group(1), chain.group(2)))
                    .forEach(chains::add));
  }

  /** Whether the table that setup makes is there. */
  boolean hasOwnTable() {
    return chains.stream().anyMatch(chain -> chain.table().equals(OWN));
  }

  /** Whether packets of a family are masqueraded on their way out. */
  boolean masquerades(String family, String tunnel, String uplink) {
    return own()
        .flatMap(Chain::lines)
        .filter(line -> line.contains("masquerade") && line.contains("nfproto " + family))
        .anyMatch(
            line -> line.contains("iifname \"" + tunnel + "\"") && names(line, "oifname", uplink));
  }

  /** A chain that drops packets to the port; null if none does. */
  @Nullable Chain blocking(int port) {
    return first("input", chain -> drops(chain, port) || letsNoneIn(chain, port));
  }

  /** A chain that drops what passes through from or to the tunnel; null if none does. */
  @Nullable Chain stopping(String tunnel) {
    return first(
        "forward",
        chain ->
            chain.isClosed()
                && inTable(chain)
                    .noneMatch(
                        line -> line.contains("\"" + tunnel + "\"") && line.contains("accept")));
  }

  private static boolean drops(Chain chain, int port) {
    return chain.lines().anyMatch(line -> says(line, port, "drop|reject"));
  }

  private boolean letsNoneIn(Chain chain, int port) {
    return chain.isClosed()
        && inTable(chain).noneMatch(line -> says(line, port, "accept|jump|goto"));
  }

  private @Nullable Chain first(String hook, Predicate<Chain> wanted) {
    return chains.stream()
        .filter(chain -> chain.body().contains("hook " + hook + " "))
        .filter(wanted)
        .findFirst()
        .orElse(null);
  }

  private Stream<Chain> own() {
    return chains.stream().filter(chain -> chain.table().equals(OWN));
  }

  private Stream<String> inTable(Chain chain) {
    return chains.stream()
        .filter(other -> other.table().equals(chain.table()))
        .flatMap(Chain::lines);
  }

  private static boolean names(String line, String key, String name) {
    int start = line.indexOf(key + " ");
    if (start < 0) {
      return false;
    }
    String rest = line.substring(start + key.length() + 1);
    int end = rest.indexOf(rest.startsWith("{") ? '}' : ' ');
    return rest.substring(0, end < 0 ? rest.length() : end).contains("\"" + name + "\"");
  }

  private static boolean says(String line, int port, String verdict) {
    Matcher ports = PORTS.matcher(line);
    return ports.find()
        && RANGE.matcher(ports.group(1)).results().anyMatch(range -> covers(range, port))
        && Pattern.compile("\\b(" + verdict + ")\\b").matcher(ports.group(2)).find();
  }

  private static boolean covers(MatchResult range, int port) {
    int from = Integer.parseInt(range.group(1));
    int to = Integer.parseInt(Objects.requireNonNullElse(range.group(2), range.group(1)));
    return from <= port && port <= to;
  }

  /**
   * A chain of rules.
   *
   * @param table family and name
   */
  record Chain(String table, String name, String body) {
    Stream<String> lines() {
      return body.lines();
    }

    /** Whether what no rule accepts is dropped. */
    boolean isClosed() {
      return body.contains("policy drop");
    }

    @Override
    public String toString() {
      return table + " " + name;
    }
  }
}
