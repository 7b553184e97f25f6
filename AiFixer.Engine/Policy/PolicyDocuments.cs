using System.Collections.Immutable;
using AiFixer.Core.Documents;
using AiFixer.Core.Policy;
using AiFixer.Core.Ports;
using Microsoft.Extensions.Logging;

namespace AiFixer.Engine.Policy;

/// <summary>What people said at run time, kept as documents with their history; read again when one of them changed.</summary>
public sealed partial class PolicyDocuments(IDocuments documents, TimeProvider time, ILogger<PolicyDocuments> logger) : IPolicyFacts
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
            foreach (var name in read.Facts.Unreadable.Except(last.Facts.Unreadable))
                Unreadable(name);
            if (read.Revision > last.Revision || (read.Revision == last.Revision && read.ReadAt > last.ReadAt))
                last = read;
        }

        return read.Facts;
    }

    /// <summary>Each by itself: one that cannot be read says nothing, and takes no other with it.</summary>
    private static PolicyFacts Facts(DocumentList list)
    {
        var remembered = list.Items.Where(PolicyDocument.IsRemembered).Select(document => (document.Name, Said: PolicyDocument.ReadRemembered(document))).ToList();
        return new(
            list.Items.Where(document => document.Name == PolicyDocument.KillSwitch).Select(PolicyDocument.ReadKillSwitch).FirstOrDefault(),
            [.. remembered.Select(one => one.Said).OfType<RememberedApproval>()])
        {
            SetBack = list.Items.Where(document => document.Name == PolicyDocument.SetBack).Select(PolicyDocument.ReadSetBack).FirstOrDefault(),
            Unreadable = [.. remembered.Where(one => one.Said is null).Select(one => one.Name)],
        };
    }

    [LoggerMessage(LogLevel.Error, "The document policy/{Name} cannot be read: what it said does not count")]
    private partial void Unreadable(string name);

    private sealed record Snapshot(long Revision, PolicyFacts Facts, long ReadAt);
}
