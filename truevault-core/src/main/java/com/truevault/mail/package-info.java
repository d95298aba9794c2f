/** Mail as the library writes it, and the port that carries it away. */
@NullMarked
package com.truevault.mail;

import org.jspecify.annotations.NullMarked;
