/** Who may sign in: users, their passwords, sessions and second factors. */
@NullMarked
package com.truevault.user;

import org.jspecify.annotations.NullMarked;
