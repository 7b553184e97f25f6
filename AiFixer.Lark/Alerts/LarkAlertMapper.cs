using System.Collections.Immutable;
using System.Globalization;
using AiFixer.Core.Alerts;
using AiFixer.Lark.Events;

namespace AiFixer.Lark.Alerts;

/// <summary>Makes alerts of what a message says.</summary>
internal sealed class LarkAlertMapper(AlertOptions options, LarkMessage message, AlertText text)
{
    private const int LongestName = 80;

    private readonly List<IncomingAlert> _alerts = [];

    public IReadOnlyList<IncomingAlert> Map(bool firing)
    {
        foreach (var row in text.Rows)
            Add(row.Reason, row.Reason, RowLabels(row), null, firing);
        foreach (var block in text.Rows.Count > 0 ? [] : text.Blocks)
            Add(block, firing);
        if (_alerts.Count == 0)
            Add(new([], null), firing);
        return _alerts;
    }

    private ImmutableSortedDictionary<string, string> RowLabels(PodRow row)
    {
        var labels = AlertFacts.Labels(text.Blocks.Count > 0 ? text.Blocks[0] : new([], null), text.Headline).SetItem(row.Kind, row.Name);
        return row.Namespace is { } space ? labels.SetItem("namespace", space) : labels;
    }

    private void Add(AlertBlock block, bool firing)
    {
        var labels = AlertFacts.Labels(block, text.Headline);
        if (text.Blocks.Count < 2)
            labels = AlertFacts.WithProse(labels, text.Message.Whole);
        var (name, lasting) = Name(block);
        Add(name, lasting, labels, block, block.IsOver is { } over ? !over : AlertFacts.IsFiring(block) ?? firing);
    }

    /// <summary>What it is called, and what of that stays the same.</summary>
    private (string Name, string Lasting) Name(AlertBlock block)
    {
        if (block.Value(FieldKey.Name) is { } given)
            return (given, given);
        if (TroubleWords.RuleName(text.Subject) is { } rule)
            return (rule, rule);
        var subject = text.Subject.Length > 0 ? text.Subject : block.Value(FieldKey.Summary) ?? block.Value(FieldKey.Description) ?? "";
        if (TroubleWords.Reason(subject.Length > 0 ? subject : text.Message.Whole) is { } reason)
            return (reason, reason);
        if (subject.Length == 0)
            subject = text.Message.Lines.First(line => line.Length > 0);
        return (subject.Length > LongestName ? $"{subject[..LongestName]}…" : subject, StableWords.Of(subject));
    }

    private void Add(string name, string lasting, ImmutableSortedDictionary<string, string> labels, AlertBlock? block, bool firing)
    {
        using var digest = new AlertDigest();
        name = TextCleaner.Line(name, AlertLimits.Name);
        var fingerprint = AlertFingerprint.Of(TextCleaner.Line(lasting, AlertLimits.Name), labels, options, digest);
        var alert = new Alert
        {
            Source = LarkAlertReader.Source,
            Name = name,
            Severity = AlertSeverity.Of(labels, options),
            Fingerprint = fingerprint,
            Instance = digest.Add(fingerprint).Add(labels.GetValueOrDefault("pod", "")).Add(labels.GetValueOrDefault("instance", "")).Take(),
            Summary = TextCleaner.Lines(Summary(block) is { Length: > 0 } summary ? summary : name, AlertLimits.Summary),
            Description = TextCleaner.Lines(text.Message.Whole, AlertLimits.Description),
            Labels = labels,
            StartsAt = message.WrittenAt,
            Link = Link(block),
            Target = AlertTarget.Of(labels, options),
        };
        var position = _alerts.Count.ToString(CultureInfo.InvariantCulture);
        _alerts.Add(new(alert, firing, digest.Add(LarkAlertReader.Source).Add(message.Id).Add(position).Take()));
    }

    private string? Summary(AlertBlock? block) => block?.Value(FieldKey.Summary) ?? block?.Value(FieldKey.Description) ?? text.Subject;

    private string? Link(AlertBlock? block) =>
        block?.Value(FieldKey.Link) is { } own && Uri.TryCreate(own, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && own.Length <= AlertLimits.Link
            ? uri.AbsoluteUri
            : text.Message.Links.FirstOrDefault(link => link.Length <= AlertLimits.Link);
}
