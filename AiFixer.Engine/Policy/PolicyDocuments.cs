using System.Collections.Immutable;
using AiFixer.Core.Documents;
using AiFixer.Core.Policy;
using AiFixer.Core.Ports;

namespace AiFixer.Engine.Policy;

/// <summary>What people said at run time, kept as documents with their history; read again when one of them changed.</summary>
public sealed class PolicyDocuments(IDocuments documents) : IPolicyFacts
{
    private volatile Snapshot last = new(-1, PolicyFacts.None);

    public PolicyFacts Known => last.Facts;

    public async Task<PolicyFacts> ReadAsync(CancellationToken cancellationToken)
    {
        var known = last;
        if (await documents.RevisionAsync(PolicyDocument.Kind, cancellationToken) == known.Revision)
            return known.Facts;
        var list = await documents.ListAsync(PolicyDocument.Kind, cancellationToken);
        var read = new Snapshot(list.Revision, Facts(list));
        // Of two that read at the same time the later revision stays.
        if (read.Revision >= last.Revision)
            last = read;
        return read.Facts;
    }

    private static PolicyFacts Facts(DocumentList list) => new(
        list.Items.Where(document => document.Name == PolicyDocument.KillSwitch).Select(PolicyDocument.ReadKillSwitch).FirstOrDefault(),
        [.. list.Items.Where(PolicyDocument.IsRemembered).Select(PolicyDocument.ReadRemembered)]);

    private sealed record Snapshot(long Revision, PolicyFacts Facts);
}
