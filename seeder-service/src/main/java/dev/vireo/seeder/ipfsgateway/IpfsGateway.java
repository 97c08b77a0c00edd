package dev.vireo.seeder.ipfsgateway;

import dev.vireo.kit.error.KitErrorCode;
import dev.vireo.kit.error.PlatformException;
import dev.vireo.seeder.blockstore.BlockStore;
import dev.vireo.seeder.ipfs.Cid;
import dev.vireo.seeder.ipfs.MalformedIpfsException;
import dev.vireo.seeder.ipfs.MissingBlockException;
import dev.vireo.seeder.unixfs.UnixFsPath;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Answers requests for content: follows the path, then makes the form that is wanted. */
@Component
class IpfsGateway {

    private final UnixFsPath paths;
    private final TrustlessAnswers trustless;
    private final FileAnswers files;

    IpfsGateway(BlockStore blocks) {
        this.paths = new UnixFsPath(blocks);
        this.trustless = new TrustlessAnswers(blocks);
        this.files = new FileAnswers(blocks, paths);
    }

    /** The answer; its body reads blocks while it is written. NOT_FOUND when it is not to be had here. */
    Answer answer(ContentRequest request) {
        try {
            UnixFsPath.Found found = follow(request);
            Answer answer = form(request, found);
            String tag = answer.headers().get("Etag");
            if (tag != null && request.has(tag)) {
                answer = answer.notModified();
            }
            return guarded(answer.with(about(request, found)), request);
        } catch (MissingBlockException | MalformedIpfsException failed) {
            throw known(failed, request);
        }
    }

    /** What its body finds out is said in the same words. */
    private static Answer guarded(Answer answer, ContentRequest request) {
        return new Answer(answer.status(), answer.headers(), answer.length(), out -> {
            try {
                answer.body().writeTo(out);
            } catch (MissingBlockException | MalformedIpfsException failed) {
                throw known(failed, request);
            }
        });
    }

    private static PlatformException known(RuntimeException failed, ContentRequest request) {
        if (failed instanceof MalformedIpfsException) {
            return PlatformException.invalid("path", "leads to what cannot be read: " + failed.getMessage() + ".");
        }
        return request.onlyIfCached()
                ? new PlatformException(IpfsErrorCode.NOT_CACHED, failed.getMessage() + ".", failed)
                : new PlatformException(KitErrorCode.NOT_FOUND, failed.getMessage() + " here.", failed);
    }

    private UnixFsPath.Found follow(ContentRequest request) {
        ContentPath path = request.path();
        return paths.follow(path.root(), path.names())
                .orElseThrow(() -> PlatformException.notFound("file or directory of that name in " + path.root()));
    }

    private Answer form(ContentRequest request, UnixFsPath.Found found) {
        return switch (request.wanted().format()) {
            case RAW -> trustless.raw(request, found.end());
            case CAR -> trustless.car(request, found);
            case FILES -> files.answer(request, found.end());
            case IPNS_RECORD ->
                throw PlatformException.invalid("format", "ipns-record is of names: ask for /ipns/{name}.");
        };
    }

    private static Map<String, String> about(ContentRequest request, UnixFsPath.Found found) {
        Map<String, String> headers = new TreeMap<>();
        headers.put("X-Ipfs-Path", request.path().text());
        headers.put("X-Ipfs-Roots", found.named().stream().map(Cid::toString).collect(Collectors.joining(",")));
        headers.put("Vary", "Accept");
        // With more in the query or in the type it would be another answer.
        if (request.wanted().byHeader()
                && request.wanted().parameters().isEmpty()
                && request.query().apply("") == null) {
            headers.put("Content-Location", request.path().text() + "?format=" + word(request));
        }
        return headers;
    }

    private static String word(ContentRequest request) {
        return request.wanted().format() == ContentFormat.RAW ? "raw" : "car";
    }
}
