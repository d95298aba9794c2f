/**
 * The small JDBC kit: named parameters, cached statements, typed rows and translated failures. It
 * knows no feature.
 */
@NullMarked
package com.truevault.sqlite.jdbc;

import org.jspecify.annotations.NullMarked;
