/** The storage of TrueVault on nine SQLite files: one store per port of the core. */
@NullMarked
package com.truevault.sqlite;

import org.jspecify.annotations.NullMarked;
