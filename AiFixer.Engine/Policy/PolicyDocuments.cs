using System.Collections.Immutable;
using AiFixer.Core.Documents;
using AiFixer.Core.Policy;
using AiFixer.Core.Ports;

namespace AiFixer.Engine.Policy;

/// <summary>What people said at run time, kept as documents with their history; read again when one of them changed.</summary>
public sealed class PolicyDocuments(IDocuments documents, TimeProvider time) : IPolicyFacts
{
    /// <summary>Nothing leaves on what was known longer ago.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private volatile Snapshot last = new(-1, PolicyFacts.None, 0);

    public PolicyFacts? Known => last is { Revision: >= 0 } known && time.GetElapsedTime(known.ReadAt) < Freshness ? known.Facts : null;

    public async Task<PolicyFacts> ReadAsync(CancellationToken cancellationToken)
    {
        var (known, begin) = (last, time.GetTimestamp());
        if (await documents.RevisionAsync(PolicyDocument.Kind, cancellationToken) == known.Revision)
            return Keep(known with { ReadAt = begin });
        var list = await documents.ListAsync(PolicyDocument.Kind, cancellationToken);
        return Keep(new(list.Revision, Facts(list), begin));
    }

    /// <summary>Of several that read at the same time the latest revision stays.</summary>
    private PolicyFacts Keep(Snapshot read)
    {
        lock (gate)
        {
            if (read.Revision > last.Revision || (read.Revision == last.Revision && read.ReadAt > last.ReadAt))
                last = read;
        }

        return read.Facts;
    }

    private static PolicyFacts Facts(DocumentList list) => new(
        list.Items.Where(document => document.Name == PolicyDocument.KillSwitch).Select(PolicyDocument.ReadKillSwitch).FirstOrDefault(),
        [.. list.Items.Where(PolicyDocument.IsRemembered).Select(PolicyDocument.ReadRemembered)]);

    private sealed record Snapshot(long Revision, PolicyFacts Facts, long ReadAt);
}
