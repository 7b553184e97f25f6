using System.Collections.Immutable;
using System.Text;
using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;

namespace AiFixer.Core.Analysis.Claims;

/// <summary>What every piece of evidence of a diagnosis says, by its id.</summary>
public sealed class EvidenceBook
{
    private readonly ImmutableDictionary<string, EvidenceText> texts;

    private EvidenceBook(ImmutableDictionary<string, EvidenceText> texts) => this.texts = texts;

    /// <summary>Everything at once, for what is said without citing anything.</summary>
    internal IEnumerable<EvidenceText> All => texts.Values;

    /// <param name="evidence">The pieces; the first of two with one id counts.</param>
    /// <param name="blobs">The whole answers that they refer to.</param>
    /// <param name="shown">How a text was shown to whoever makes claims, where that is not as it is; quoting that is quoting it.</param>
    public static EvidenceBook Of(IEnumerable<Evidence> evidence, IEnumerable<Blob> blobs, Func<string, string>? shown = null)
    {
        var whole = blobs.DistinctBy(blob => blob.Hash).ToDictionary(blob => blob.Hash, blob => Encoding.UTF8.GetString(blob.Bytes.Span));
        return new(evidence.DistinctBy(piece => piece.Id).ToImmutableDictionary(
            piece => piece.Id,
            piece => EvidenceText.Of(piece.Text, piece.Blob is { } hash ? whole.GetValueOrDefault(hash) : null, shown),
            StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>Whether any of it has this name or these words.</summary>
    public bool Mentions(string words)
    {
        var plain = EvidenceText.Plain(words);
        return plain.Length > 0 && texts.Values.Any(text => text.Names(plain));
    }

    /// <summary>Whether this piece of it has this name or these words.</summary>
    public bool Mentions(string id, string words) =>
        EvidenceText.Plain(words) is { Length: > 0 } plain && Find(id)?.Names(plain) == true;

    internal EvidenceText? Find(string id) => texts.GetValueOrDefault(id);
}
