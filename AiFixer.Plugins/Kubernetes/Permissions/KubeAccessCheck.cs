namespace AiFixer.Plugins.Kubernetes;

/// <summary>Asks a cluster what the plugins may do there. Each permission is asked for once, however many need it.</summary>
internal static class KubeAccessCheck
{
    /// <param name="client">The cluster.</param>
    /// <param name="ns">The namespace to ask for; all of them when empty.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public static async Task<IReadOnlyList<PluginAccess>> AskAsync(KubeClient client, string ns, CancellationToken cancellationToken)
    {
        var answers = new Dictionary<KubePermission, KubeResult<AccessReview>>();
        foreach (var permission in KubePermissions.ByPlugin.Values.SelectMany(all => all).Distinct())
        {
            var answer = await client.ReviewAsync(
                KubePaths.AccessReviews, AccessReview.Of(permission, ns), KubeJson.Default.AccessReview, cancellationToken);
            answers[permission] = answer;
            // A cluster that does not answer one question will not answer fifty.
            if (answer.Error is { } error)
                return [.. KubePermissions.ByPlugin.Keys.Select(plugin => new PluginAccess(plugin, [], error.Message))];
        }

        return [.. KubePermissions.ByPlugin.Select(needs => Judge(needs.Key, needs.Value, answers))];
    }

    private static PluginAccess Judge(
        string plugin, IReadOnlyList<KubePermission> needs, Dictionary<KubePermission, KubeResult<AccessReview>> answers) => new(
            plugin,
            [.. needs.Where(n => answers[n].Value?.Status is { Allowed: false })],
            needs.Any(n => answers[n].Value?.Status is null) ? "the cluster did not say" : null);
}
