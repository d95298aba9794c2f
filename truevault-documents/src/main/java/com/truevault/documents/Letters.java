package com.truevault.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The font of one document: what it can write, how wide that is, and where lines break. */
final class Letters {
  private static final int REPLACEMENT = 0xFFFD;
  private static final Pattern SPACES = Pattern.compile(" +");

  private final PDType0Font font;
  private final CmapLookup glyphs;
  private final int stranger;

  Letters(PDDocument document, TrueTypeFont face) throws IOException {
    // Ligatures would take most of the time, and make names harder to find in the document.
    face.setEnableGsub(false);
    font = PDType0Font.load(document, face, true);
    glyphs = face.getUnicodeCmapLookup();
    stranger = glyphs.getGlyphId(REPLACEMENT) > 0 ? REPLACEMENT : '?';
  }

  PDType0Font font() {
    return font;
  }

  /** The text with a visible mark in place of every character that the font lacks. */
  String writable(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> Character.isSpaceChar(c) || c == '\t' ? ' ' : c)
        .map(c -> glyphs.getGlyphId(c) > 0 ? c : stranger)
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }

  /** How wide writable text is, in points. */
  float width(String text, float size) {
    try {
      return font.getStringWidth(text) * size / 1000;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** The text in lines that are no wider than that; longer words are cut. */
  List<String> wrap(String text, float size, float width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : SPACES.split(writable(text).strip(), -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (width(longer, size) <= width) {
        line.replace(0, line.length(), longer);
      } else {
        if (!line.isEmpty()) {
          lines.add(line.toString());
        }
        line.replace(0, line.length(), cut(lines, word, size, width));
      }
    }
    lines.add(line.toString());
    return lines;
  }

  /** Adds as many full lines as the word fills, and returns its rest. */
  private String cut(List<String> lines, String word, float size, float width) {
    String rest = word;
    while (width(rest, size) > width) {
      int end = rest.offsetByCodePoints(0, 1);
      int next = end;
      while (next < rest.length() && width(rest.substring(0, next), size) <= width) {
        end = next;
        next = rest.offsetByCodePoints(next, 1);
      }
      lines.add(rest.substring(0, end));
      rest = rest.substring(end);
    }
    return rest;
  }
}
