package org.zhitongche.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** A machine at the API, with its key. */
public final class ApiClient {

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;
    private final String key;

    /** @param key as {@code Authorization: Bearer} takes it */
    public ApiClient(String address, String key) {
        this.address = address;
        this.key = key;
    }

    public String get(String path) {
        return send(HttpRequest.newBuilder(URI.create(address + path)).GET());
    }

    public String post(String path, String json, String idempotencyKey) {
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/json; charset=utf-8").header("Idempotency-Key", idempotencyKey)
                .POST(HttpRequest.BodyPublishers.ofString(json, StandardCharsets.UTF_8)));
    }

    private String send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.header("Authorization", "Bearer " + key).build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (response.statusCode() >= 400) {
                throw new IllegalStateException(response.uri() + " answered " + response.statusCode() + ": " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new IllegalStateException(address + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
