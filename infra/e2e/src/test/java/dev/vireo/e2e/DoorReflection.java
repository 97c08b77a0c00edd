package dev.vireo.e2e;

import com.google.protobuf.ByteString;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import io.grpc.Channel;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.reflection.v1.ServiceResponse;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** What the public gRPC door tells of itself to somebody who has no contracts, as grpcurl asks it. */
final class DoorReflection {
    private static final String PLATFORM_SERVICES = "grpc.";

    private final Channel door;

    DoorReflection(Channel door) {
        this.door = door;
    }

    /** Every method of every service, but those of gRPC itself. */
    List<MethodDescriptor> methods() throws Exception {
        List<MethodDescriptor> methods = new ArrayList<>();
        List<String> services = ask(ServerReflectionRequest.newBuilder().setListServices("*"))
                .getListServicesResponse()
                .getServiceList()
                .stream()
                .map(ServiceResponse::getName)
                .filter(name -> !name.startsWith(PLATFORM_SERVICES))
                .sorted()
                .toList();
        for (String service : services) {
            methods.addAll(service(service).getMethods());
        }
        return methods;
    }

    private ServiceDescriptor service(String name) throws Exception {
        Map<String, FileDescriptorProto> files = new HashMap<>();
        var answer = ask(ServerReflectionRequest.newBuilder().setFileContainingSymbol(name))
                .getFileDescriptorResponse();
        for (ByteString file : answer.getFileDescriptorProtoList()) {
            FileDescriptorProto parsed = FileDescriptorProto.parseFrom(file);
            files.put(parsed.getName(), parsed);
        }
        FileDescriptorProto its = files.values().stream()
                .filter(file -> file.getServiceList().stream()
                        .anyMatch(service -> name.equals(file.getPackage() + "." + service.getName())))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Reflection does not describe " + name));
        return linked(its, files).findServiceByName(name.substring(name.lastIndexOf('.') + 1));
    }

    /** With all that it imports. */
    private static FileDescriptor linked(FileDescriptorProto file, Map<String, FileDescriptorProto> files)
            throws DescriptorValidationException {
        List<FileDescriptor> imports = new ArrayList<>();
        for (String name : file.getDependencyList()) {
            FileDescriptorProto needed = files.get(name);
            if (needed == null) {
                throw new AssertionError("Reflection does not give " + name);
            }
            imports.add(linked(needed, files));
        }
        return FileDescriptor.buildFrom(file, imports.toArray(FileDescriptor[]::new));
    }

    private ServerReflectionResponse ask(ServerReflectionRequest.Builder question) throws Exception {
        CompletableFuture<ServerReflectionResponse> answer = new CompletableFuture<>();
        StreamObserver<ServerReflectionRequest> questions = ServerReflectionGrpc.newStub(door)
                .serverReflectionInfo(new StreamObserver<>() {
                    @Override
                    public void onNext(ServerReflectionResponse response) {
                        answer.complete(response);
                    }

                    @Override
                    public void onError(Throwable failure) {
                        answer.completeExceptionally(failure);
                    }

                    @Override
                    public void onCompleted() {
                        answer.cancel(false);
                    }
                });
        questions.onNext(question.build());
        ServerReflectionResponse told = answer.get(10, TimeUnit.SECONDS);
        questions.onCompleted();
        return told;
    }
}
