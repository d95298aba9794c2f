package com.truevault.web.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/**
 * Turns a view model into HTML through the templates compiled at build time. Thread-safe.
 *
 * @see <a href="https://jte.gg">jte</a>, which escapes by context
 */
public final class Pages {
  private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

  /**
   * The page as HTML.
   *
   * @param template path under {@code src/main/jte} without its ending, such as {@code site/home}
   */
  public String html(String template, Frame frame, Object page) {
    var output = new StringOutput(8192);
    engine.render(template + ".jte", Map.of("frame", frame, "page", page), output);
    return output.toString();
  }
}
