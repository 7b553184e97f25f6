using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AiFixer.Playground.Api;
using AiFixer.Playground.Json;

namespace AiFixer.Playground.Selectors;

/// <summary>Equality and set based label selectors: <c>a=b,c!=d,e in (f,g),h notin (i),j,!k</c>.</summary>
internal sealed partial class LabelSelector(IReadOnlyList<LabelRequirement> requirements)
{
    public static LabelSelector Everything { get; } = new([]);

    public bool Matches(JsonObject? labels) => requirements.All(requirement => requirement.Matches(labels));

    /// <summary>A selector as objects carry it; one that is absent or empty matches everything.</summary>
    public static LabelSelector Of(JsonObject? selector)
    {
        var requirements = (selector.Obj("matchLabels") ?? []).Select(pair => new LabelRequirement(pair.Key, LabelOperator.In, Set(pair.Value.AsText() ?? ""))).ToList();
        foreach (var expression in selector.Arr("matchExpressions") ?? [])
        {
            var values = (expression.Arr("values") ?? []).Select(value => value.AsText() ?? "").ToHashSet(StringComparer.Ordinal);
            var way = expression.Str("operator") switch { "In" => LabelOperator.In, "NotIn" => LabelOperator.NotIn, "Exists" => LabelOperator.Exists, _ => LabelOperator.Missing };
            requirements.Add(new(expression.Str("key") ?? "", way, values));
        }

        return new(requirements);
    }

    private static HashSet<string> Set(string value) => new(StringComparer.Ordinal) { value };

    public static Result<LabelSelector> Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return Everything;
        var requirements = new List<LabelRequirement>();
        foreach (var part in SplitOutsideParentheses().Split(text))
        {
            if (Requirement(part.Trim()) is not { } requirement)
                return StatusError.BadRequest($"unable to parse requirement: {part.Trim()}");
            requirements.Add(requirement);
        }

        return new LabelSelector(requirements);
    }

    private static LabelRequirement? Requirement(string text)
    {
        if (Sets().Match(text) is { Success: true } set)
        {
            var values = set.Groups["values"].Value.Split(',', StringSplitOptions.TrimEntries);
            return new(set.Groups["key"].Value, set.Groups["not"].Success ? LabelOperator.NotIn : LabelOperator.In, values.ToHashSet(StringComparer.Ordinal));
        }

        if (Equality().Match(text) is { Success: true } equal)
            return new(equal.Groups["key"].Value, equal.Groups["op"].Value == "!=" ? LabelOperator.NotIn : LabelOperator.In, new HashSet<string>(StringComparer.Ordinal) { equal.Groups["value"].Value });
        return Presence().Match(text) is { Success: true } presence
            ? new(presence.Groups["key"].Value, presence.Groups["not"].Success ? LabelOperator.Missing : LabelOperator.Exists, new HashSet<string>())
            : null;
    }

    private const string Key = @"(?<key>[A-Za-z0-9]([A-Za-z0-9._/-]*[A-Za-z0-9])?)";
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@",(?![^(]*\))", Options)]
    private static partial Regex SplitOutsideParentheses();

    [GeneratedRegex("^" + Key + @"\s+(?<not>not)?in\s*\((?<values>[^()]*)\)$", Options)]
    private static partial Regex Sets();

    [GeneratedRegex("^" + Key + @"\s*(?<op>==|=|!=)\s*(?<value>[A-Za-z0-9._-]*)$", Options)]
    private static partial Regex Equality();

    [GeneratedRegex("^(?<not>!)?\\s*" + Key + "$", Options)]
    private static partial Regex Presence();
}
