/** What the agents of the servers ask for and report, over the API. */
@NullMarked
package com.truevault.web.agent;

import org.jspecify.annotations.NullMarked;
