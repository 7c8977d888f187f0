package dev.provisioning.notifications.testkit;

import dev.provisioning.notifications.Recipient;
import dev.provisioning.notifications.Transport;
import java.util.List;

class RecordingTransportContractTest extends TransportContract {
    private final RecordingTransport transport = new RecordingTransport();

    @Override
    protected Transport createTransport() {
        return transport;
    }

    @Override
    protected List<Arrival> arrivals() {
        return transport.received().stream()
                .map(mail -> new Arrival(
                        mail.id(),
                        mail.recipients().stream().map(Recipient::address).toList()))
                .toList();
    }
}
