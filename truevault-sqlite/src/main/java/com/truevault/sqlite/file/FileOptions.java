package com.truevault.sqlite.file;

import com.truevault.store.DataFile;
import java.nio.file.Path;

/**
 * How one file is opened.
 *
 * @param file which of the nine
 * @param path where it lies
 * @param synchronous how far a commit goes
 */
public record FileOptions(DataFile file, Path path, Synchronous synchronous, Limits limits) {}
