package com.truevault.user;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may sign in.
 *
 * @param publicId what URLs carry
 * @param name first and last name, each possibly empty
 * @param membership what billing and the VIP list say, for lists and look-ups; entitlement decides
 * @param blockedReason why an administrator shut the user out of the tunnels; null if nobody did
 * @param deletionDueAt when the user's data will be erased; null if it will not
 */
public record User(
    UserId id,
    String publicId,
    EmailAddress email,
    Name name,
    Role role,
    Membership membership,
    boolean emailVerified,
    @Nullable String blockedReason,
    Instant createdAt,
    @Nullable Instant lastLogin,
    @Nullable Instant deletionDueAt) {

  /** Whether the user runs the site. */
  public boolean isAdministrator() {
    return role == Role.ADMINISTRATOR;
  }

  /** The user under another name. */
  public User named(Name newName) {
    return new User(
        id,
        publicId,
        email,
        newName,
        role,
        membership,
        emailVerified,
        blockedReason,
        createdAt,
        lastLogin,
        deletionDueAt);
  }

  /** The user with another membership. */
  public User with(Membership newMembership) {
    return new User(
        id,
        publicId,
        email,
        name,
        role,
        newMembership,
        emailVerified,
        blockedReason,
        createdAt,
        lastLogin,
        deletionDueAt);
  }

  /** The user with that address, confirmed. */
  public User confirmed(EmailAddress address) {
    return new User(
        id,
        publicId,
        address,
        name,
        role,
        membership,
        true,
        blockedReason,
        createdAt,
        lastLogin,
        deletionDueAt);
  }

  /** The user blocked for that reason, or not blocked if it is null. */
  public User blocked(@Nullable String reason) {
    return new User(
        id,
        publicId,
        email,
        name,
        role,
        membership,
        emailVerified,
        reason,
        createdAt,
        lastLogin,
        deletionDueAt);
  }

  /** The user after signing in. */
  public User seen(Instant at) {
    return new User(
        id,
        publicId,
        email,
        name,
        role,
        membership,
        emailVerified,
        blockedReason,
        createdAt,
        at,
        deletionDueAt);
  }

  /** The user to be erased at that time, or to be kept if it is null. */
  public User leaving(@Nullable Instant at) {
    return new User(
        id,
        publicId,
        email,
        name,
        role,
        membership,
        emailVerified,
        blockedReason,
        createdAt,
        lastLogin,
        at);
  }

  /**
   * How somebody is called.
   *
   * @param first at most 100 characters
   * @param last at most 100 characters
   */
  public record Name(String first, String last) {
    /** Trims and checks what a person typed. */
    public static Name of(String first, String last) {
      return new Name(
          com.truevault.text.PlainText.optionalLine("firstName", first, 100),
          com.truevault.text.PlainText.optionalLine("lastName", last, 100));
    }

    /** Both names, separated by a blank if both are there. */
    public String full() {
      return (first + " " + last).strip();
    }
  }

  /**
   * The projection of billing and the VIP list that rests in the users table.
   *
   * @param vip whether {@code account_type} is vip
   * @param maxDevices how many devices the user may have
   */
  public record Membership(boolean vip, Plan plan, UserStatus status, int maxDevices) {}
}
