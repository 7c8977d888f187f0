package dev.provisioning.notifications.smtp;

/** Keeps the package alive until its types arrive. */
public interface Placeholder {}
