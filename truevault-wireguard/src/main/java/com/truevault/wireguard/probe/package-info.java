/**
 * Probes servers as a customer's device would use them: a handshake, then packets through the
 * tunnel. A conversation decides what to send and what answers mean, a run moves the datagrams of
 * many.
 */
@NullMarked
package com.truevault.wireguard.probe;

import org.jspecify.annotations.NullMarked;
