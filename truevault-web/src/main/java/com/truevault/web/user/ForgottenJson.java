package com.truevault.web.user;

/** Whose password is forgotten. */
public record ForgottenJson(String email) {}
