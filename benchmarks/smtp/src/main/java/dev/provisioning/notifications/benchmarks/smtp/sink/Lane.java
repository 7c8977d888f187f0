package dev.provisioning.notifications.benchmarks.smtp.sink;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** One direction of a connection over a slow link. The end of a stream travels as an empty packet. */
final class Lane {
    private record Packet(Arrival arrival, ByteBuffer octets) {}

    private final BlockingQueue<Packet> underWay = new LinkedBlockingQueue<>();
    private final Duration travel;

    Lane(Duration travel) {
        this.travel = travel;
    }

    /** Takes in what the sender sends, until its end. */
    void enter(Socket sender) {
        byte[] buffer = new byte[64 * 1024];
        int count = 0;
        while (count >= 0) {
            count = read(sender, buffer);
            underWay.add(new Packet(Arrival.after(travel), ByteBuffer.wrap(Arrays.copyOf(buffer, Math.max(0, count)))));
        }
    }

    /** Hands it to the receiver, each packet at its time. */
    void leave(Socket receiver) {
        try (receiver) {
            receiver.setTcpNoDelay(true);
            OutputStream out = receiver.getOutputStream();
            for (Packet packet = next(); packet.octets().hasRemaining(); packet = next()) {
                out.write(packet.octets().array());
            }
        } catch (IOException e) {
            // The receiver has gone; what is under way to it is lost, as it would be.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Packet next() throws InterruptedException {
        Packet packet = underWay.take();
        packet.arrival().await();
        return packet;
    }

    private static int read(Socket sender, byte[] buffer) {
        try {
            return sender.getInputStream().read(buffer);
        } catch (IOException e) {
            return -1;
        }
    }
}
