package com.truevault.web.http;

/** What a token must look like before it is worth a parse. */
final class TokenForm {
  private static final int MAX_LENGTH = 1024;
  private static final int SECRET_LENGTH = 43;

  private TokenForm() {}

  /** Three parts of base64url (RFC 7515, section 3.1). */
  static boolean isToken(String text) {
    int dots = 0;
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character == '.') {
        dots++;
      } else if (!isBase64Url(character)) {
        return false;
      }
    }
    return dots == 2 && text.length() <= MAX_LENGTH;
  }

  static boolean isSecret(String text) {
    return text.length() == SECRET_LENGTH && text.chars().allMatch(c -> isBase64Url((char) c));
  }

  private static boolean isBase64Url(char character) {
    return (character >= 'a' && character <= 'z')
        || (character >= 'A' && character <= 'Z')
        || (character >= '0' && character <= '9')
        || character == '-'
        || character == '_';
  }
}
