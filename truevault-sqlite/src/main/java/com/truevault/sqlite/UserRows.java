package com.truevault.sqlite;

import com.truevault.sqlite.jdbc.Row;
import com.truevault.user.EmailAddress;
import com.truevault.user.Plan;
import com.truevault.user.Role;
import com.truevault.user.User;
import com.truevault.user.User.Membership;
import com.truevault.user.User.Name;
import com.truevault.user.UserId;
import com.truevault.user.UserStatus;

/** Reads users out of rows; two stores select them. */
final class UserRows {
  private static final String VIP = "vip";
  private static final String ADMIN = "admin";

  private UserRows() {}

  static String stored(Role role) {
    return switch (role) {
      case CUSTOMER -> "customer";
      case ADMINISTRATOR -> ADMIN;
    };
  }

  static String stored(Membership membership) {
    return membership.vip() ? VIP : "standard";
  }

  static User toUser(Row row) {
    return new User(
        new UserId(row.number("user_id")),
        row.text("user_public_id"),
        new EmailAddress(row.text("email"), row.text("email_canonical")),
        new Name(row.textOrEmpty("first_name"), row.textOrEmpty("last_name")),
        row.text("role").equals(ADMIN) ? Role.ADMINISTRATOR : Role.CUSTOMER,
        new Membership(
            row.text("account_type").equals(VIP),
            row.constant("plan", Plan.class),
            row.constant("status", UserStatus.class),
            row.integer("max_devices")),
        row.flag("email_verified"),
        row.textOrNull("blocked_reason"),
        row.instant("user_created_at"),
        row.instantOrNull("last_login"),
        row.instantOrNull("deletion_due_at"));
  }
}
