package dev.provisioning.notifications.spi;

/** Keeps the package alive until its types arrive. */
public interface PlaceholderSpi {}
