package dev.provisioning.notifications;

/** Keeps the package alive until its types arrive. */
public interface Placeholder {}
