using System.Text.Json.Nodes;
using AiFixer.Playground.Json;

namespace AiFixer.Playground.Cases;

/// <summary>Reads <c>expected.json</c>. It may have notes beside what is asked.</summary>
internal static class ExpectationReader
{
    public static CaseExpectation Read(CaseFile file)
    {
        var expected = file.Object();
        return new(file.Required(expected, "category", null))
        {
            MustMention = Texts(file, expected, "must_mention") ?? [],
            ForbiddenCategories = Texts(file, expected, "forbidden_categories") ?? [],
            Culprit = Text(file, expected, "culprit_change"),
            Decoys = Texts(file, expected, "decoys") ?? [],
            FirstFailing = Text(file, expected, "first_failing_service"),
            BlastRadius = Texts(file, expected, "blast_radius"),
            Remediation = Text(file, expected, "remediation"),
        };
    }

    private static string? Text(CaseFile file, JsonObject expected, string key) => expected[key] is null ? null : file.Required(expected, key, null);

    private static List<string>? Texts(CaseFile file, JsonObject expected, string key)
    {
        if (expected[key] is null)
            return null;
        if (expected.Arr(key) is not { } list || list.Any(item => item.AsText() is not { Length: > 0 }))
            throw file.Wrong(null, $"{key} must be a list of texts");
        return [.. list.Select(item => item.AsText()!)];
    }
}
