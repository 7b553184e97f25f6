namespace AiFixer.Playground;

internal static class Welcome
{
    public static string For(Uri url, string? kubeconfig)
    {
        var address = url.GetLeftPart(UriPartial.Authority);
        var kubectl = kubeconfig is null ? $"kubectl --server {address}" : $"kubectl --kubeconfig {kubeconfig}";
        return $$"""
            The practice world listens on {{address}}. Try:
              {{kubectl}} get deployments,pods -A
              curl -X POST {{address}}/world/faults/break-rollout -H 'content-type: application/json' -d '{"namespace":"shop","deployment":"checkout"}'
              {{kubectl}} -n shop get pods
              {{kubectl}} -n shop rollout undo deployment/checkout
              {{kubectl}} -n shop rollout status deployment/checkout
              curl {{address}}/world/state
              curl {{address}}/world/record
            Stop it with Ctrl+C.
            """;
    }
}
