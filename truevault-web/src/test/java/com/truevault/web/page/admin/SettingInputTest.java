package com.truevault.web.page.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.truevault.TrueVaultException;
import com.truevault.setting.SettingKey;
import com.truevault.setting.SettingType;
import com.truevault.web.page.Messages;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SettingInputTest {
  private final Messages messages = new Messages(Locale.ENGLISH);

  @Test
  void offersWhatTheLibraryTakesAndNothingElse() {
    for (SettingKey key : SettingKey.values()) {
      SettingInput input = SettingInput.of(key, false, messages);
      input.choices().forEach(choice -> assertEquals(choice.value(), key.check(choice.value())));
      if (input.kind().equals("number")) {
        assertEquals(input.min(), key.check(input.min()));
        assertEquals(input.max(), key.check(input.max()));
        assertRefused(key, Integer.parseInt(input.min()) - 1);
        assertRefused(key, Integer.parseInt(input.max()) + 1);
      }
    }
  }

  @Test
  void typesNumbersAndFlagsAsWhatTheyAre() {
    for (SettingKey key : SettingKey.values()) {
      String kind = SettingInput.of(key, false, messages).kind();
      assertEquals(key.type() == SettingType.NUMBER, kind.equals("number"), key.key());
      assertEquals(key.isSecret(), kind.equals("secret"), key.key());
      if (key.isFixedByDevices()) {
        assertEquals("fixed", SettingInput.of(key, true, messages).kind(), key.key());
      }
      if (key.type() == SettingType.BOOLEAN) {
        assertEquals("choice", kind, key.key());
      }
    }
  }

  private static void assertRefused(SettingKey key, int value) {
    assertThrows(TrueVaultException.class, () -> key.check(Integer.toString(value)));
  }
}
