package com.truevault.mail;

import com.truevault.mail.Mails.Site;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The text of a mail as HTML. Everything is escaped; a line is a link only if it leads to the site
 * itself, so that nothing people typed leads anywhere. The line right above a link names it.
 */
final class HtmlMail {
  private static final Pattern BLANK = Pattern.compile("\\n\\s*\\n");
  private static final String FONT =
      "font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;";
  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width,initial-scale=1">
      <meta name="color-scheme" content="light">
      <title>%1$s</title>
      </head>
      <body style="margin:0;padding:0;background:%2$s;">
      <table role="presentation" width="100%%" cellspacing="0" cellpadding="0" style="background:%2$s;">
      <tr><td align="center" style="padding:32px 16px;">
      <table role="presentation" width="100%%" cellspacing="0" cellpadding="0" style="max-width:560px;">
      <tr><td style="padding:0 8px 16px;%3$sfont-size:18px;font-weight:600;color:%4$s;">%5$s</td></tr>
      <tr><td style="padding:28px 28px 12px;background:#ffffff;border:1px solid %6$s;border-radius:12px;\
      %3$sfont-size:16px;line-height:1.55;color:%4$s;">
      %7$s
      </td></tr>
      <tr><td style="padding:16px 8px 0;%3$sfont-size:13px;line-height:1.5;color:%8$s;">%9$s</td></tr>
      </table>
      </td></tr>
      </table>
      </body>
      </html>
      """;
  private static final String BUTTON =
      """
      <p style="margin:0 0 6px;"><a href="%1$s" target="_blank" rel="noopener" \
      style="display:inline-block;padding:12px 22px;border-radius:8px;background:%2$s;color:%3$s;\
      font-weight:600;text-decoration:none;">%4$s</a></p>
      <p style="margin:0 0 16px;font-size:13px;color:%5$s;word-break:break-all;">%1$s</p>""";

  private final Site site;
  private final String untitled;

  /**
   * Writes in the look of the site.
   *
   * @param untitled what a link is called that no line names
   */
  HtmlMail(Site site, String untitled) {
    this.site = site;
    this.untitled = untitled;
  }

  /** The document. */
  String of(String subject, String text) {
    MailLook look = site.look();
    String body =
        BLANK
            .splitAsStream(text.strip())
            .map(block -> block(block.lines().map(String::strip).toList()))
            .collect(Collectors.joining("\n"));
    return PAGE.formatted(
        escaped(subject),
        look.ground(),
        FONT,
        look.text(),
        escaped(site.name()),
        look.border(),
        body,
        look.muted(),
        anchor(site.baseUrl() + "/", site.baseUrl()));
  }

  private String block(List<String> lines) {
    StringBuilder html = new StringBuilder();
    int from = 0;
    for (int at = 0; at < lines.size(); at++) {
      if (leadsHere(lines.get(at))) {
        boolean named = at > from && lines.get(at - 1).endsWith(":");
        paragraph(html, lines.subList(from, named ? at - 1 : at));
        button(html, lines.get(at), named ? withoutColon(lines.get(at - 1)) : untitled);
        from = at + 1;
      }
    }
    paragraph(html, lines.subList(from, lines.size()));
    return html.toString();
  }

  private boolean leadsHere(String line) {
    return line.startsWith(site.baseUrl() + "/") && line.indexOf(' ') < 0;
  }

  private static void paragraph(StringBuilder html, List<String> lines) {
    if (!lines.isEmpty()) {
      html.append("<p style=\"margin:0 0 16px;\">")
          .append(lines.stream().map(HtmlMail::escaped).collect(Collectors.joining("<br>\n")))
          .append("</p>");
    }
  }

  private void button(StringBuilder html, String address, String words) {
    MailLook look = site.look();
    html.append(
        BUTTON.formatted(
            escaped(address), look.button(), look.onButton(), escaped(words), look.muted()));
  }

  private String anchor(String address, String words) {
    return "<a href=\"%s\" target=\"_blank\" rel=\"noopener\" style=\"color:%s;\">%s</a>"
        .formatted(escaped(address), site.look().link(), escaped(words));
  }

  private static String withoutColon(String line) {
    return line.substring(0, line.length() - 1);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
