using AiFixer.Core.Changes;
using AiFixer.Plugins.Http;
using AiFixer.Plugins.Kubernetes;

namespace AiFixer.Plugins.Changes;

/// <summary>New revisions of deployments, and old ones that were brought back.</summary>
internal sealed class KubernetesRollouts(string name, KubeClient client) : IChangeSource
{
    private const int MostSets = 5000;
    private const int MostDeployments = 2000;

    public string Label => $"cluster '{name}'";

    public async Task<HttpResult<FoundChanges>> ReadAsync(ChangeQuestion question, string? ns, CancellationToken cancellationToken)
    {
        var sets = await client.ListAsync(
            ns is null ? "/apis/apps/v1/replicasets" : KubePaths.ReplicaSets(ns), "", KubeJson.Default.KubeListReplicaSet, MostSets, cancellationToken);
        if (sets.Failed(out var error, out var revisions))
            return Failed(error);
        var deployments = await client.ListAsync(
            ns is null ? "/apis/apps/v1/deployments" : KubePaths.Deployments(ns), "", KubeJson.Default.KubeListWrittenDeployment, MostDeployments, cancellationToken);
        var all = new RolloutChanges(revisions.Items, deployments.Value?.Items ?? []);
        return new(new FoundChanges([.. all.Of(question)], Cut(revisions, deployments)));
    }

    private static string? Cut(KubeItems<ReplicaSet> sets, KubeResult<KubeItems<WrittenDeployment>> deployments) => (sets.More, deployments) switch
    {
        (true, _) => $"only {MostSets} ReplicaSets were read; name a namespace",
        (_, { Error: { } error }) => $"rollbacks are missing: {error.Message}",
        (_, { Value.More: true }) => $"rollbacks of only {MostDeployments} deployments were looked for; name a namespace",
        _ => null,
    };

    private static HttpResult<FoundChanges> Failed(KubeError error) => new(new HttpError(Failure(error), error.Message, error.Code));

    private static HttpFailure Failure(KubeError error) => error.Failure switch
    {
        KubeFailure.Unreachable => HttpFailure.Unreachable,
        KubeFailure.TimedOut => HttpFailure.TimedOut,
        KubeFailure.NotTried => HttpFailure.NotTried,
        KubeFailure.NoAccess => HttpFailure.NoAccess,
        KubeFailure.Unreadable => HttpFailure.Unreadable,
        _ => HttpFailure.Refused,
    };
}
