package com.truevault.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.mail.Mails.Site;
import org.junit.jupiter.api.Test;

class HtmlMailTest {
  private static final MailLook LOOK =
      new MailLook("#f7f8fc", "#111111", "#555555", "#0055aa", "#dddddd", "#0055aa", "#ffffff");
  private static final Site SITE = new Site("Tom & <b>Co</b>", "https://vpn.example.com", LOOK);

  private static String html(String text) {
    return new HtmlMail(SITE, "Open the site").of("Hello", text);
  }

  private static int count(String text, String part) {
    return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
  }

  @Test
  void makesAButtonOfALinkNamedByTheLineAboveIt() {
    String html =
        html("Hello,\n\nplease act.\n\nChoose password:\nhttps://vpn.example.com/reset?a=1&b=2\n");

    assertTrue(html.contains("<a href=\"https://vpn.example.com/reset?a=1&amp;b=2\""), html);
    assertTrue(html.contains(">Choose password</a>"), html);
    assertFalse(html.contains("Choose password:"), html);
    assertTrue(html.contains(">please act.</p>"), html);
  }

  @Test
  void namesALinkThatNothingNames() {
    String html = html("Bye.\n\nhttps://vpn.example.com/\n\nYours");

    assertTrue(html.contains(">Open the site</a>"), html);
    assertTrue(html.indexOf("Bye.") < html.indexOf("Open the site"), html);
    assertTrue(html.indexOf("Open the site") < html.indexOf("Yours"), html);
  }

  @Test
  void neverLeadsAnywhereButToTheSite() {
    String html =
        html(
            """
            Hello https://evil.example.com/,
            https://evil.example.com/
            https://vpn.example.com.evil.example/x
            javascript:alert(1)

            https://vpn.example.com/ and more words
            """);

    assertEquals(1, count(html, "<a "), "the foot alone: " + html);
    assertTrue(html.contains("<a href=\"https://vpn.example.com/\""), html);
  }

  @Test
  void escapesWhateverStandsInTheText() {
    String html =
        new HtmlMail(SITE, "Open")
            .of(
                "<script>",
                "Hello <img src=x onerror=alert(1)> \"Tom\" & 'Jerry' 100 %s,\n\n"
                    + "<b>:\nhttps://vpn.example.com/\"onclick=\"x");

    for (String raw : new String[] {"<script", "<img", "<b>", "\"onclick"}) {
      assertFalse(html.contains(raw), raw + " in " + html);
    }
    assertTrue(html.contains("&quot;Tom&quot; &amp; &#39;Jerry&#39; 100 %s"), html);
    assertTrue(html.contains("Tom &amp; &lt;b&gt;Co&lt;/b&gt;"), html);
  }

  @Test
  void keepsLinesAndParagraphs() {
    String html = html("one\ntwo\n\n\n \nthree\n");

    assertTrue(html.contains("one<br>\ntwo</p>"), html);
    assertTrue(html.contains(">three</p>"), html);
  }
}
