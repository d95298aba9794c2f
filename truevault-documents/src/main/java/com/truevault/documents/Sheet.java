package com.truevault.documents;

import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/** A4 pages, written from top to bottom; a new one begins where the last is full. */
final class Sheet implements AutoCloseable {
  static final float LEFT = 56;
  static final float RIGHT = PDRectangle.A4.getWidth() - 56;

  private static final float TOP = PDRectangle.A4.getHeight() - 64;
  private static final float BOTTOM = 72;
  private static final float FOOT = 40;
  private static final float LEADING = 1.35f;

  private final PDDocument document;
  private final Letters letters;
  private PDPageContentStream page;
  private float y = TOP;

  Sheet(PDDocument document, Letters letters) throws IOException {
    this.document = document;
    this.letters = letters;
    this.page = begin();
  }

  /** How far down the page the next line stands, measured from its foot. */
  float y() {
    return y;
  }

  /** Goes on at that height of the page. */
  void moveTo(float height) {
    y = height;
  }

  /** Leaves room. */
  void skip(float height) {
    y -= height;
  }

  /** Writes lines within a column; each takes its height. */
  void paragraph(String text, Style style, float x, float width) {
    text.lines()
        .flatMap(line -> letters.wrap(line, style.size(), width).stream())
        .forEach(line -> line(line, style, x));
  }

  /** Writes one line that ends at x and stays on its height. */
  void right(String text, Style style, float x) {
    need(style);
    String line = letters.writable(text);
    put(line, style, x - letters.width(line, style.size()), y - style.size());
  }

  /** Writes one line and goes below it. */
  void line(String text, Style style, float x) {
    need(style);
    put(letters.writable(text), style, x, y - style.size());
    y -= style.size() * LEADING;
  }

  /** Draws a line across. */
  void rule(float from, float to, float thickness, Color color) {
    draw(
        stream -> {
          stream.setStrokingColor(color);
          stream.setLineWidth(thickness);
          stream.moveTo(from, y);
          stream.lineTo(to, y);
          stream.stroke();
        });
  }

  /** Colours a band of that height below the current line. */
  void band(float height, Color color) {
    draw(
        stream -> {
          stream.setNonStrokingColor(color);
          stream.addRect(LEFT, y - height, RIGHT - LEFT, height);
          stream.fill();
        });
  }

  /** Writes a line at the foot of every page; call last. */
  void foot(Style style, Numbered words) throws IOException {
    page.close();
    List<PDPage> pages = new ArrayList<>();
    document.getPages().forEach(pages::add);
    for (int at = 0; at < pages.size(); at++) {
      page = new PDPageContentStream(document, pages.get(at), AppendMode.APPEND, true, true);
      put(letters.writable(words.of(at + 1, pages.size())), style, LEFT, FOOT);
      page.close();
    }
  }

  @Override
  public void close() throws IOException {
    page.close();
  }

  private void need(Style style) {
    if (y - style.size() * LEADING < BOTTOM) {
      try {
        page.close();
        page = begin();
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }

  private PDPageContentStream begin() throws IOException {
    PDPage added = new PDPage(PDRectangle.A4);
    document.addPage(added);
    y = TOP;
    return new PDPageContentStream(document, added);
  }

  private void put(String text, Style style, float x, float baseline) {
    draw(
        stream -> {
          stream.beginText();
          stream.setFont(letters.font(), style.size());
          stream.setNonStrokingColor(style.color());
          stream.setStrokingColor(style.color());
          // The font comes in one weight; an outline makes it heavier.
          stream.setRenderingMode(style.isBold() ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
          stream.setLineWidth(style.size() / 40);
          stream.newLineAtOffset(x, baseline);
          stream.showText(text);
          stream.endText();
        });
  }

  private void draw(Drawing drawing) {
    try {
      drawing.on(page);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** How letters look. */
  record Style(float size, boolean isBold, Color color) {}

  /** Words about a page. */
  @FunctionalInterface
  interface Numbered {
    String of(int page, int pages);
  }

  @FunctionalInterface
  private interface Drawing {
    void on(PDPageContentStream stream) throws IOException;
  }
}
