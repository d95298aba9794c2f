/** The probe against servers on loopback that misbehave, and against real ones. */
@org.jspecify.annotations.NullMarked
package com.truevault.wireguard.probe;
