package com.truevault.user;

/** A session together with whose it is. */
public record SignedIn(Session session, User user) {}
