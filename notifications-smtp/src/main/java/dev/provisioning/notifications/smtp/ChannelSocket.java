package dev.provisioning.notifications.smtp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketImpl;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/**
 * A channel that is connected, as a socket over which TLS can be spoken. It can do two things that the socket of a channel
 * cannot: {@linkplain #isOver() look} whether the other side has closed, without waiting and without taking anything from
 * the reader; and tell whether {@linkplain #hasFailedToWrite() something was certainly not sent}.
 *
 * <p>The interruption of a thread that reads or writes ends the connection. There are no time-outs: to be closed by a
 * {@link Watchdog}.
 */
@SuppressWarnings("UnsynchronizedOverridesSynchronized") // Whoever closes it does not wait for anybody.
final class ChannelSocket extends Socket {
    private static final int AHEAD = 8 * 1024;

    private final SocketChannel channel;
    private final InputStream in = new In();
    private final OutputStream out = new Out();
    private final ByteBuffer ahead = ByteBuffer.allocate(AHEAD).limit(0);
    private boolean failedToWrite;

    ChannelSocket(SocketChannel channel) throws SocketException {
        super((SocketImpl) null);
        this.channel = channel;
    }

    /**
     * Looks whether the connection is over, as far as that is known on this side by now. What has arrived is kept for the
     * reader. For the thread that reads.
     */
    boolean isOver() {
        try {
            channel.configureBlocking(false);
            try {
                return isAtEnd();
            } finally {
                channel.configureBlocking(true);
            }
        } catch (IOException e) {
            return true;
        }
    }

    /** {@return whether something that nobody has read yet was seen when it was looked} */
    boolean hasMore() {
        return ahead.hasRemaining();
    }

    /**
     * {@return whether the system has refused to take what was to be written; false also when the connection was closed on
     * this side meanwhile, in which case it may have taken it}
     */
    boolean hasFailedToWrite() {
        return failedToWrite;
    }

    private boolean isAtEnd() throws IOException {
        ahead.compact();
        try {
            int read = 1;
            while (read > 0 && ahead.hasRemaining()) {
                read = channel.read(ahead);
            }
            return read < 0;
        } finally {
            ahead.flip();
        }
    }

    @Override
    public InputStream getInputStream() {
        return in;
    }

    @Override
    public OutputStream getOutputStream() {
        return out;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    @Override
    public boolean isClosed() {
        return !channel.isOpen();
    }

    @Override
    public boolean isConnected() {
        return true;
    }

    @Override
    public boolean isBound() {
        return true;
    }

    @Override
    public InetAddress getInetAddress() {
        return remote().getAddress();
    }

    @Override
    public int getPort() {
        return remote().getPort();
    }

    @Override
    public SocketAddress getRemoteSocketAddress() {
        return remote();
    }

    @Override
    public InetAddress getLocalAddress() {
        return channel.socket().getLocalAddress();
    }

    @Override
    public int getLocalPort() {
        return channel.socket().getLocalPort();
    }

    @Override
    public @Nullable SocketAddress getLocalSocketAddress() {
        return channel.socket().getLocalSocketAddress();
    }

    @Override
    public int getSoLinger() {
        return -1;
    }

    @Override
    public int getSoTimeout() {
        return 0;
    }

    @Override
    public void shutdownOutput() throws IOException {
        channel.shutdownOutput();
    }

    @Override
    public void shutdownInput() throws IOException {
        channel.shutdownInput();
    }

    private InetSocketAddress remote() {
        return (InetSocketAddress) channel.socket().getRemoteSocketAddress();
    }

    /** What comes, first what was seen ahead. */
    private final class In extends InputStream {
        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (!ahead.hasRemaining()) {
                return channel.read(ByteBuffer.wrap(bytes, offset, length));
            }
            int count = Math.min(length, ahead.remaining());
            ahead.get(bytes, offset, count);
            return count;
        }
    }

    /** What goes, all of it. */
    private final class Out extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
            try {
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
            } catch (AsynchronousCloseException e) {
                throw e;
            } catch (IOException e) {
                failedToWrite = true;
                throw e;
            }
        }
    }
}
