package dev.provisioning.notifications.smtp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.SelectorProvider;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A connection without a network: what the other side says was written down beforehand. At a {@value #PAUSE} it waits until
 * somebody reads who is willing to wait; at the end of the script it closes.
 */
final class ScriptedChannel extends SocketChannel {
    static final char PAUSE = '|';

    /** What arrives together is never more than a line. */
    static final int A_LINE = Integer.MAX_VALUE - 1;

    private final ByteBuffer script;
    private final int mostAtOnce;
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    /**
     * A connection.
     *
     * @param mostAtOnce how many bytes arrive together at most
     */
    ScriptedChannel(byte[] script, int mostAtOnce) {
        super(SelectorProvider.provider());
        this.script = ByteBuffer.wrap(script);
        this.mostAtOnce = mostAtOnce;
    }

    /** {@return what this side has said, one character for each byte} */
    String said() {
        return said.toString(StandardCharsets.ISO_8859_1);
    }

    /** {@return what the other side has said by now, likewise} */
    String heard() {
        return heard.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        requireOpen();
        while (isBlocking() && isPausing()) {
            script.get();
        }
        if (!script.hasRemaining()) {
            return -1;
        }
        int read = 0;
        boolean ended = false;
        while (read < mostAtOnce && !ended && target.hasRemaining() && script.hasRemaining() && !isPausing()) {
            byte next = script.get();
            target.put(next);
            heard.write(next);
            read++;
            ended = mostAtOnce == A_LINE && next == '\n';
        }
        return read;
    }

    private boolean isPausing() {
        return script.hasRemaining() && script.get(script.position()) == PAUSE;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        requireOpen();
        int written = source.remaining();
        byte[] bytes = new byte[written];
        source.get(bytes);
        said.writeBytes(bytes);
        return written;
    }

    private void requireOpen() throws ClosedChannelException {
        if (!isOpen()) {
            throw new ClosedChannelException();
        }
    }

    @Override
    public Socket socket() {
        return new Socket();
    }

    @Override
    public boolean isConnected() {
        return true;
    }

    @Override
    protected void implCloseSelectableChannel() {}

    @Override
    protected void implConfigureBlocking(boolean block) {}

    @Override
    public SocketChannel shutdownInput() {
        return this;
    }

    @Override
    public SocketChannel shutdownOutput() {
        return this;
    }

    @Override
    public boolean isConnectionPending() {
        return false;
    }

    @Override
    public @Nullable SocketAddress getRemoteAddress() {
        return null;
    }

    @Override
    public @Nullable SocketAddress getLocalAddress() {
        return null;
    }

    @Override
    public Set<SocketOption<?>> supportedOptions() {
        return Set.of();
    }

    @Override
    public SocketChannel bind(SocketAddress local) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> SocketChannel setOption(SocketOption<T> name, T value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> T getOption(SocketOption<T> name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean connect(SocketAddress remote) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean finishConnect() {
        throw new UnsupportedOperationException();
    }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) {
        throw new UnsupportedOperationException();
    }
}
