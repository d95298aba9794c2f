package com.truevault.web.asset;

/** Which names may be looked for on the class path. */
final class AssetName {
  private AssetName() {}

  /** Lower-case words, digits, dashes and single inner dots, in folders; never a way upwards. */
  static boolean isPlain(String name) {
    if (name.length() > 100) {
      return false;
    }
    char before = '/';
    for (int i = 0; i < name.length(); i++) {
      char character = name.charAt(i);
      boolean isWord =
          (character >= 'a' && character <= 'z')
              || (character >= '0' && character <= '9')
              || character == '-'
              || character == '_';
      boolean isInner = (character == '.' || character == '/') && before != '.' && before != '/';
      if (!isWord && !isInner) {
        return false;
      }
      before = character;
    }
    return before != '.' && before != '/';
  }
}
