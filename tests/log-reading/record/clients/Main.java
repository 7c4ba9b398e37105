import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

public class Main {
    public static void main(String[] args) throws Exception {
        var client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
        var request = HttpRequest.newBuilder(URI.create(System.getenv("BASE_URL") + "/models"))
            .timeout(Duration.ofSeconds(3))
            .header("authorization", "Bearer " + System.getenv("API_KEY"))
            .build();
        var response = client.send(request, HttpResponse.BodyHandlers.ofString());
        System.out.println("GET " + request.uri() + " -> " + response.statusCode() + " " + response.body());
    }
}
