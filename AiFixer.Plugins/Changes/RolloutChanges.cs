using AiFixer.Core.Changes;
using AiFixer.Plugins.Kubernetes;

namespace AiFixer.Plugins.Changes;

/// <summary>
/// Changes as a cluster shows them. A new template makes a ReplicaSet, whose age is the change's. Going back takes an old one
/// with a new number: then only the deployment knows when.
/// </summary>
internal sealed class RolloutChanges(IReadOnlyList<ReplicaSet> sets, IReadOnlyList<WrittenDeployment> deployments)
{
    public IEnumerable<ReportedChange> Of(ChangeQuestion question)
    {
        var revisions = sets.Where(set => set.Metadata.ControllerOwner is { } owner && (question.Service is null || owner.Name == question.Service)).ToList();
        return revisions.Where(set => IsWithin(set.Metadata.CreationTimestamp, question)).Select(Made).Concat(Returns(revisions, question));
    }

    private IEnumerable<ReportedChange> Returns(List<ReplicaSet> revisions, ChangeQuestion question)
    {
        var owners = deployments.DistinctBy(deployment => deployment.Metadata.Uid).ToDictionary(deployment => deployment.Metadata.Uid, StringComparer.Ordinal);
        return from set in revisions
               where set.Metadata.Annotation(WellKnown.RevisionHistory) is { Length: > 0 }
               let deployment = owners.GetValueOrDefault(set.Metadata.ControllerOwner!.Uid)
               where deployment is not null && deployment.Revision == Number(set)
               let at = deployment.WrittenAt
               where IsWithin(at, question)
               select Returned(set, at!.Value);
    }

    private static ReportedChange Made(ReplicaSet set) => Change(set, set.Metadata.CreationTimestamp!.Value, $"revision {Number(set) ?? "unknown"}");

    private static ReportedChange Returned(ReplicaSet set, DateTimeOffset at) => Change(
        set, at, $"rollback: revision {Number(set)}, which was {set.Metadata.Annotation(WellKnown.RevisionHistory)!.Split(',')[^1]} before,");

    private static ReportedChange Change(ReplicaSet set, DateTimeOffset at, string what) => new()
    {
        Kind = ReportedChangeKind.Deploy,
        At = at,
        Service = set.Metadata.ControllerOwner!.Name,
        Version = string.Join(", ", TemplateText.Images(set.Spec.Template)),
        Message = $"{what} of deployment {set.Metadata.Namespace}/{set.Metadata.ControllerOwner!.Name}"
            + (set.Metadata.Annotation(WellKnown.ChangeCause) is { } cause ? $": {cause}" : ""),
    };

    private static string? Number(ReplicaSet set) => set.Metadata.Annotation(WellKnown.Revision);

    private static bool IsWithin(DateTimeOffset? at, ChangeQuestion question) => at >= question.Start && at <= question.End;
}
