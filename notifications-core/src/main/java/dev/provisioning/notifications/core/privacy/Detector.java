package dev.provisioning.notifications.core.privacy;

/** Finds what is to be hidden in a text. */
interface Detector {
    /**
     * Marks what it finds. Takes time in proportion to the length of the text, whatever the text is.
     *
     * @param text any text
     * @param found where to mark it
     */
    void detect(String text, Spans found);
}
