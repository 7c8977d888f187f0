package dev.provisioning.notifications.soak.disk;

import java.nio.ByteBuffer;

/** What a process has asked the system to do with a file, or has got done by it. */
public sealed interface Call {
    /** Which file, or which directory. */
    String path();

    /** A file was opened that is made if it is not there. */
    record Made(String path) implements Call {}

    /** Bytes are written to a place of a file. */
    record Written(String path, long offset, ByteBuffer bytes) implements Call {}

    /** A text is added to the end of a file. */
    record Said(String path, String text) implements Call {}

    /** A file is cut, or lengthened. */
    record Resized(String path, long size) implements Call {}

    /** A file has another name. */
    record Renamed(String path, String to) implements Call {}

    /** A file is gone. */
    record Removed(String path) implements Call {}

    /** The system was asked to force to the disk what a file has by now. */
    record Forcing(String path) implements Call {}

    /** It has done so, or has failed. */
    record Forced(String path, boolean done) implements Call {}
}
