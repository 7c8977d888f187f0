package dev.provisioning.notifications.core;

/** Keeps the package alive until its types arrive. */
public interface Placeholder {}
