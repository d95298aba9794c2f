package com.truevault.sqlite.schema;

import java.util.List;

/** An index; one that a UNIQUE or PRIMARY KEY made is not declared. */
record Index(
    String name, List<String> columns, boolean unique, boolean partial, boolean declared) {}
