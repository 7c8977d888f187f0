package dev.provisioning.notifications.example.replay;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A saved answer of Microsoft Graph: one object, an array, or an object with the array in {@code value}. Forgives
 * trailing commas, and whatever is missing, null or unknown.
 */
final class GraphFile {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private GraphFile() {}

    /**
     * Reads the failures that a file tells of.
     *
     * @param file a saved answer
     * @param undated when something failed of which the file tells no time
     * @return what failed, in the order of the file
     * @throws UnreadableFileException if it is not there, is not JSON, or tells of something else
     */
    static List<Failure> failures(Path file, Instant undated) {
        return objects(file, read(file))
                .flatMap(object -> failure(file, object, undated).stream())
                .toList();
    }

    private static Optional<Failure> failure(Path file, JsonNode object, Instant undated) {
        if (SynchronizationJob.describedBy(object)) {
            return new SynchronizationJob(object).failure(undated);
        }
        if (ProvisioningObject.describedBy(object)) {
            return new ProvisioningObject(object).failure(undated);
        }
        throw somethingElse(file);
    }

    private static Stream<JsonNode> objects(Path file, JsonNode root) {
        JsonNode list = root.isObject() && root.path("value").isArray() ? root.path("value") : root;
        if (list.isArray()) {
            return StreamSupport.stream(list.spliterator(), false).filter(object -> !object.isNull());
        }
        if (!list.isObject()) {
            throw somethingElse(file);
        }
        return Stream.of(list);
    }

    private static JsonNode read(Path file) {
        // From bytes, so that a byte order mark and UTF-16 are understood, too.
        try (InputStream content = Files.newInputStream(file)) {
            JsonNode root = MAPPER.readTree(content);
            return root == null ? MissingNode.getInstance() : root;
        } catch (JacksonException e) {
            JsonLocation at = e.getLocation();
            // Of what is too deep or too long, Jackson does not say where it is.
            throw at == null
                    ? new UnreadableFileException(file, firstLine(e), e)
                    : new UnreadableFileException(file, at.getLineNr(), at.getColumnNr(), firstLine(e), e);
        } catch (NoSuchFileException e) {
            throw new UnreadableFileException(file, "there is no such file", e);
        } catch (IOException e) {
            throw new UnreadableFileException(file, "it cannot be read: " + e.getMessage(), e);
        }
    }

    private static UnreadableFileException somethingElse(Path file) {
        IllegalArgumentException cause = new IllegalArgumentException("neither kind of object");
        return new UnreadableFileException(
                file, 1, 1, "this tells neither of provisioned objects nor of a synchronization job", cause);
    }

    private static String firstLine(JacksonException e) {
        return e.getOriginalMessage().lines().findFirst().orElse("this is not JSON");
    }
}
