import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;

/// Run from source by `lamine`, which must do without curl or netcat.
///
/// - `free PORT…`: ends with 0 when all ports are free on this machine's own address; names the first that is not.
/// - `answers SECONDS URL`: ends with 0 as soon as the address answers without an error, with 1 when time is over.
final class Ready {

    public static void main(String[] args) throws InterruptedException {
        boolean good =
                switch (args[0]) {
                    case "free" -> free(args);
                    case "answers" -> answers(Integer.parseInt(args[1]), URI.create(args[2]));
                    default -> false;
                };
        System.exit(good ? 0 : 1);
    }

    private static boolean free(String[] args) {
        for (int i = 1; i < args.length; i++) {
            int port = Integer.parseInt(args[i]);
            try (ServerSocket probe = new ServerSocket()) {
                probe.setReuseAddress(true);
                probe.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            } catch (IOException e) {
                System.out.println(port);
                return false;
            }
        }
        return true;
    }

    private static boolean answers(int seconds, URI address) throws InterruptedException {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        while (System.nanoTime() < end) {
            if (answers(address)) {
                return true;
            }
            Thread.sleep(100);
        }
        return false;
    }

    private static boolean answers(URI address) {
        try {
            HttpURLConnection http = (HttpURLConnection) address.toURL().openConnection();
            http.setConnectTimeout(1_000);
            http.setReadTimeout(2_000);
            http.setInstanceFollowRedirects(false);
            return http.getResponseCode() < 400;
        } catch (IOException e) {
            // Not yet: whoever asks has a limit of time.
            return false;
        }
    }
}
