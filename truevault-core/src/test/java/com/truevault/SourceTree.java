package com.truevault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The sources of some modules. */
record SourceTree(List<Source> sources) {
  private static final Path ROOT = Path.of(System.getProperty("project.root", ".."));

  /** The sources of every module of the reactor. */
  static SourceTree all() {
    try (Stream<Path> modules = Files.list(ROOT)) {
      return new SourceTree(
          modules
              .filter(module -> Files.exists(module.resolve("pom.xml")))
              .map(module -> module.resolve("src"))
              .filter(Files::isDirectory)
              .flatMap(SourceTree::read)
              .sorted(java.util.Comparator.comparing(Source::path))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The sources whose path, with slashes, holds the pattern. */
  SourceTree under(String pattern) {
    Pattern wanted = Pattern.compile(pattern);
    return where(source -> wanted.matcher(source.path()).find());
  }

  /** The other sources. */
  SourceTree notUnder(String pattern) {
    Pattern unwanted = Pattern.compile(pattern);
    return where(source -> !unwanted.matcher(source.path()).find());
  }

  /** Where the pattern stands: path and text. */
  List<String> matches(String pattern) {
    Pattern wanted = Pattern.compile(pattern, Pattern.MULTILINE);
    return sources.stream()
        .flatMap(
            source ->
                wanted
                    .matcher(source.text())
                    .results()
                    .map(found -> source.path() + ": " + found.group().strip()))
        .toList();
  }

  private SourceTree where(Predicate<Source> wanted) {
    return new SourceTree(sources.stream().filter(wanted).toList());
  }

  private static Stream<Source> read(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(SourceTree::source)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Source source(Path file) {
    try {
      String path = ROOT.relativize(file).toString().replace('\\', '/');
      return new Source(path, Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * One file.
   *
   * @param path from the root of the project, with slashes
   */
  record Source(String path, String text) {
    long lines() {
      return text.lines().count();
    }

    String folder() {
      return path.substring(0, path.lastIndexOf('/'));
    }

    String type() {
      return path.substring(path.lastIndexOf('/') + 1).replace(".java", "");
    }
  }
}
