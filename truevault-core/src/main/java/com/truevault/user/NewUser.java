package com.truevault.user;

import com.truevault.user.User.Membership;
import com.truevault.user.User.Name;
import java.time.Instant;

/** A user about to be stored for the first time. */
public record NewUser(
    String publicId,
    EmailAddress email,
    Name name,
    Role role,
    Membership membership,
    Credentials credentials,
    Instant createdAt) {}
