package dev.provisioning.notifications.jdbc;

import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;

/**
 * How the files of a store are made: for their owner alone, whatever the process grants others by default, because they tell
 * what was reported and to whom it is mailed. Where a file system does not know of owners, its directory decides.
 */
final class OwnerOnly {
    private static final FileAttribute<?>[] READ_AND_WRITE = {
        PosixFilePermissions.asFileAttribute(
                EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE))
    };
    private static final FileAttribute<?>[] NONE = {};

    private OwnerOnly() {}

    /** What to make a file with. */
    static FileAttribute<?>[] attributes(Path file) {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return (posix ? READ_AND_WRITE : NONE).clone();
    }
}
