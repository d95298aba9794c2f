package com.truevault.web.http;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * An answer that is made once something has happened. Until then it keeps no thread.
 *
 * @param event completes when it is time, in whatever way
 * @param answer makes the answer; called once, on a thread for requests
 */
public record Later(CompletableFuture<?> event, Supplier<Response> answer) {}
