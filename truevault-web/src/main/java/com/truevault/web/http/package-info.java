/**
 * The host's own small HTTP kit: a route table, requests and responses free of any server, and the
 * checks every request passes on its way to a handler.
 */
@NullMarked
package com.truevault.web.http;

import org.jspecify.annotations.NullMarked;
