package org.mockito;

/** Stands for the library that may not be used. */
public final class Mock {}
