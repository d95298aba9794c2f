package com.truevault.web.me;

import com.truevault.user.User;
import com.truevault.user.User.Name;
import com.truevault.web.json.InvalidFieldsException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a user wants changed; what is left out stays.
 *
 * @param email counts once the link mailed there was used; needs the current password
 */
public record ProfileChangeJson(
    @Nullable String firstName,
    @Nullable String lastName,
    @Nullable String email,
    @Nullable String currentPassword) {

  Name name(User user) {
    return Name.of(
        Objects.requireNonNullElse(firstName, user.name().first()),
        Objects.requireNonNullElse(lastName, user.name().last()));
  }

  String password() {
    if (currentPassword == null) {
      throw new InvalidFieldsException(
          "currentPassword", "is missing; another address needs the current password");
    }
    return currentPassword;
  }

  @Override
  public String toString() {
    return "ProfileChangeJson[hidden]";
  }
}
