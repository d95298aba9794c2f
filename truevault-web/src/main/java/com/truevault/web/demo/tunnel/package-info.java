/**
 * A VPN server on this machine for the demo: a real interface, an agent in this process, a page
 * behind it and a place for a customer's device. Datagrams never leave the loopback interface.
 */
@NullMarked
package com.truevault.web.demo.tunnel;

import org.jspecify.annotations.NullMarked;
