package com.truevault.web.health;

/** The process answers; that is all it says. */
public record AliveJson(boolean alive) {}
