/** Who may connect, and why: one pure function that every screen and peer list asks. */
@NullMarked
package com.truevault.entitlement;

import org.jspecify.annotations.NullMarked;
