using AiFixer.Core.Changes;
using AiFixer.Plugins.Http;
using AiFixer.Plugins.Kubernetes;

namespace AiFixer.Plugins.Changes;

/// <summary>New revisions of deployments: each is a ReplicaSet that was made when the template changed.</summary>
internal sealed class KubernetesRollouts(string name, KubeClient client) : IChangeSource
{
    private const int MostSets = 5000;

    public string Label => $"cluster '{name}'";

    public async Task<HttpResult<IReadOnlyList<ReportedChange>>> ReadAsync(ChangeQuestion question, string? ns, CancellationToken cancellationToken)
    {
        var path = ns is null ? "/apis/apps/v1/replicasets" : KubePaths.ReplicaSets(ns);
        var sets = await client.ListAsync(path, "", KubeJson.Default.KubeListReplicaSet, MostSets, cancellationToken);
        if (sets.Failed(out var error, out var list))
            return new(new HttpError(Failure(error), error.Message, error.Code));
        return new([.. list.Items.Where(set => Fits(set, question)).Select(One)]);
    }

    private static bool Fits(ReplicaSet set, ChangeQuestion question) =>
        set.Metadata.ControllerOwner is { } owner
        && set.Metadata.CreationTimestamp is { } made && made >= question.Start && made <= question.End
        && (question.Service is null || owner.Name == question.Service);

    private static ReportedChange One(ReplicaSet set) => new()
    {
        Kind = ReportedChangeKind.Deploy,
        At = set.Metadata.CreationTimestamp!.Value,
        Service = set.Metadata.ControllerOwner!.Name,
        Version = string.Join(", ", TemplateText.Images(set.Spec.Template)),
        Message = $"revision {set.Metadata.Annotation(WellKnown.Revision) ?? "unknown"} of deployment {set.Metadata.Namespace}/{set.Metadata.ControllerOwner!.Name}"
            + (set.Metadata.Annotation(WellKnown.ChangeCause) is { } cause ? $": {cause}" : ""),
    };

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
