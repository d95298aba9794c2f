/** The agents of the servers: how they join, who they are, and what they report. */
@NullMarked
package com.truevault.agent;

import org.jspecify.annotations.NullMarked;
