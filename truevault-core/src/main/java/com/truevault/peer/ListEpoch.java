package com.truevault.peer;

/**
 * In which epoch lists are issued.
 *
 * @param number from 1
 * @param folderGeneration that of the data folder from which lists were last issued
 */
public record ListEpoch(long number, long folderGeneration) {}
