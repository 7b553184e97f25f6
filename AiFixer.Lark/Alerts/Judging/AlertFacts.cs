using System.Collections.Immutable;
using AiFixer.Core.Alerts;

namespace AiFixer.Lark.Alerts;

/// <summary>What a part of a message says, as labels.</summary>
internal static class AlertFacts
{
    private static readonly ImmutableSortedDictionary<string, string> None =
        ImmutableSortedDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>What the field for its state says; null when there is none, or it says neither.</summary>
    public static bool? IsFiring(AlertBlock block)
    {
        if (block.Value(FieldKey.Status) is { } status)
            return StateWords.IsFiring(status);
        return block.Value(FieldKey.SeverityAndStatus) is { } both ? StateWords.IsFiring(Word(both, 1)) : null;
    }

    public static ImmutableSortedDictionary<string, string> Labels(AlertBlock block, Headline headline)
    {
        var labels = None.ToBuilder();
        foreach (var field in block.Fields.Where(field => FieldKey.IsLabel(field.Key)))
            Add(labels, field.Key, field.Key == FieldKey.Severity ? SeverityWord(field.Value) : WithoutMention(field.Value));
        if (block.Value(FieldKey.SeverityAndStatus) is { } both)
            Add(labels, FieldKey.Severity, Word(both, 0));
        if (headline.Severity is { } severity)
            Add(labels, FieldKey.Severity, severity);
        return labels.ToImmutable();
    }

    /// <summary>Adds what sentences name, where no field does.</summary>
    public static ImmutableSortedDictionary<string, string> WithProse(ImmutableSortedDictionary<string, string> labels, string prose)
    {
        var all = labels.ToBuilder();
        foreach (var (label, value) in ProseFacts.Of(prose))
            Add(all, label, value);
        return all.ToImmutable();
    }

    private static void Add(ImmutableSortedDictionary<string, string>.Builder labels, string name, string value)
    {
        name = TextCleaner.Line(name, AlertLimits.LabelName);
        if (value.Length > 0 && !labels.ContainsKey(name) && labels.Count < AlertLimits.Labels)
            labels[name] = TextCleaner.Line(value, AlertLimits.LabelValue);
    }

    private static string WithoutMention(string value) =>
        value.IndexOf(" @", StringComparison.Ordinal) is > 0 and var at ? value[..at].TrimEnd() : value;

    /// <summary>Such as <c>P1</c> of <c>P1（严重）</c> and <c>严重</c> of <c>🔴 严重级</c>.</summary>
    private static string SeverityWord(string value)
    {
        var word = value.Split(['(', '（', '/', ' ', ',', '，'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => part.Trim('[', ']', '【', '】', '*')).FirstOrDefault(part => part.Any(char.IsLetterOrDigit)) ?? value;
        return word.Length > 1 && word.EndsWith('级') && word is not ("一级" or "二级" or "三级") ? word[..^1] : word;
    }

    private static string Word(string text, int which) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).ElementAtOrDefault(which) ?? "";
}
