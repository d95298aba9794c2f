package com.truevault.user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.user.User.Name;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {
  private static final EmailAddress KIM = EmailAddress.of("kimberley.o42@example.com");
  private static final Name NAME = Name.of("Anne-Kim", "van Example");

  private final PasswordPolicy policy = new PasswordPolicy(() -> "Blue Harbour");

  private void refuse(String password) {
    TrueVaultException refused =
        assertThrows(TrueVaultException.class, () -> policy.check(password, KIM, NAME));

    assertEquals(ErrorKind.INVALID, refused.kind());
    assertEquals("password-refused", refused.code());
    assertTrue(
        refused
            .getMessage()
            .matches(
                "password (must have 8 to 128 characters, this has \\d+"
                    + "|is among the most common ones; choose three or four random words"
                    + "|repeats the site's or your own name; choose three or four random words)"),
        refused::getMessage);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "seven green horses",
        "        ",
        "wxqzvbnj",
        "日本語のパスワード",
        "tab\tand\0nul",
        "WXQZVBNJ",
        "93847562"
      })
  void asksForNoComposition(String password) {
    policy.check(password, KIM, NAME);
  }

  @Test
  void takes8To128CharactersAsPeopleCountThem() {
    refuse("wxqzvbn");
    refuse("😀😀😀😀😀😀😀");
    policy.check("😀😀😀😀😀😀😀🙂", KIM, NAME);
    policy.check("😀".repeat(64), KIM, NAME);
    policy.check("x".repeat(127) + "y", KIM, NAME);
    refuse("x".repeat(129));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"password", "PassWord", "12345678", "qwertyuiop", "iloveyou", "password1"})
  void refusesCommonOnesInAnyCase(String password) {
    refuse(password);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TrueVault1",
        "truevault-vpn-2026",
        "WireGuard!",
        "vpn12345678",
        "Kimberley.o!99",
        "kimberley.o42@example.com",
        "xKIMBERLEY.O42@example.comx",
        "annekim2026",
        "VanExample!",
        "anne-kim-van-example",
        "VanExampleAnneKim",
        "1blue2harbour3"
      })
  void refusesTheNameOfTheSiteAndOfTheUser(String password) {
    refuse(password);
  }
}
