package com.truevault.web.json;

/** Which characters may pass the border at all; what they mean is for the domain to judge. */
final class Characters {
  private Characters() {}

  /** Whether the text holds no NUL and no half of a surrogate pair. */
  static boolean areSound(String text) {
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character == 0 || Character.isLowSurrogate(character)) {
        return false;
      }
      if (Character.isHighSurrogate(character)) {
        i++;
        if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
          return false;
        }
      }
    }
    return true;
  }
}
