namespace AiFixer.Playground;

internal static class KubeconfigText
{
    public static string For(Uri url, string? token) => $$"""
        apiVersion: v1
        kind: Config
        current-context: practice
        clusters:
        - name: practice
          cluster:
            server: {{url.GetLeftPart(UriPartial.Authority)}}
        contexts:
        - name: practice
          context:
            cluster: practice
            user: practice
            namespace: default
        users:
        - name: practice
          user: {{(token is null ? "{}" : $"{{token: \"{token}\"}}")}}

        """;
}
