namespace AiFixer.Plugins.Kubernetes;

/// <summary>Deletes one pod after the other, and stops at the first doubt.</summary>
internal static class PodDeleter
{
    public static async Task<ExecuteResult> SendAsync(
        KubeClient client, PluginCall call, PodDeletions deletions, CancellationToken cancellationToken)
    {
        var deleted = 0;
        foreach (var write in deletions.Writes())
        {
            var error = await client.WriteAsync(write, call, cancellationToken);
            // Gone, or another pod under the name: either way it is not there any more.
            if (error is not (null or { Code: 404 or 409 }))
                return Stopped(WriteSender.Judge(error), deleted, deletions.Pods.Count);
            deleted++;
        }

        return new(ExecuteOutcome.Done, $"{deleted} evicted pods are gone");
    }

    /// <summary>Some are gone and some are not, which only looking tells.</summary>
    private static ExecuteResult Stopped(ExecuteResult last, int deleted, int all) =>
        deleted == 0 ? last : new(ExecuteOutcome.Unknown, $"{deleted} of {all} are gone, then: {last.Message}");
}
