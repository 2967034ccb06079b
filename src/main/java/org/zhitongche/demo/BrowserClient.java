package org.zhitongche.demo;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A person at the pages: opens one, fills in a form that stands there, and sends it with all its hidden fields. */
public final class BrowserClient {

    private final HttpClient http = HttpClient.newBuilder().cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL).build();
    private final String address;
    private String from = "10.0.0.1";

    public BrowserClient(String address) {
        this.address = address;
    }

    public Document open(String path) {
        return page(HttpRequest.newBuilder(URI.create(address + path)).GET().build());
    }

    /** Only fetches the page, as it is asked for when time counts. @return its length in characters */
    public int fetch(String path) {
        return text(HttpRequest.newBuilder(URI.create(address + path)).GET().build()).body().length();
    }

    /** Each person sits at a machine of his own; the site, which trusts the proxy on this one, limits each by itself. */
    public void signIn(String login, String password) {
        int place = login.hashCode() & 0xffff;
        from = "10.1." + (place >> 8) + "." + (place & 0xff);
        submit(open("/sign-in"), "form[action=/sign-in]", Map.of("login", login, "password", password));
    }

    /** @param form a selector of the form on the page */
    public Document submit(Document page, String form, Map<String, String> typed) {
        Element found = page.selectFirst(form);
        if (found == null) {
            throw new IllegalStateException("no " + form + " on " + page.location() + ": " + page.title());
        }
        Map<String, String> fields = new LinkedHashMap<>();
        found.select("input[type=hidden], input[type=text], input:not([type]), textarea, select, input[type=radio][checked]")
                .forEach(field -> fields.put(field.attr("name"), value(field)));
        fields.putAll(typed);
        String target = URI.create(page.location()).resolve(found.attr("action")).toString();
        boolean multipart = found.attr("enctype").equals("multipart/form-data");
        return page(multipart ? multipart(target, fields) : encoded(target, fields));
    }

    private static String value(Element field) {
        if (field.tagName().equals("select")) {
            Element chosen = field.selectFirst("option[selected]");
            return chosen == null ? "" : chosen.attr("value");
        }
        return field.tagName().equals("textarea") ? field.wholeText() : field.attr("value");
    }

    private static HttpRequest encoded(String target, Map<String, String> fields) {
        String body = fields.entrySet().stream().map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(URI.create(target)).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)).build();
    }

    private static HttpRequest multipart(String target, Map<String, String> fields) {
        String boundary = "form-" + Integer.toHexString(fields.hashCode());
        String body = fields.entrySet().stream()
                .map(e -> "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + e.getKey() + "\"\r\n"
                        + "Content-Type: text/plain; charset=utf-8\r\n\r\n" + e.getValue() + "\r\n")
                .collect(Collectors.joining()) + "--" + boundary + "--\r\n";
        return HttpRequest.newBuilder(URI.create(target)).header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofString(body)).build();
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private Document page(HttpRequest request) {
        HttpResponse<String> response = text(request);
        return Jsoup.parse(response.body(), response.uri().toString());
    }

    private HttpResponse<String> text(HttpRequest request) {
        try {
            HttpRequest sent = HttpRequest.newBuilder(request, (name, value) -> true).header("X-Forwarded-For", from).build();
            HttpResponse<String> response = http.send(sent, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (response.statusCode() >= 400) {
                throw new IllegalStateException(request.method() + " " + response.uri() + " answered " + response.statusCode()
                        + ": " + Jsoup.parse(response.body()).text());
            }
            return response;
        } catch (IOException e) {
            throw new IllegalStateException(address + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
