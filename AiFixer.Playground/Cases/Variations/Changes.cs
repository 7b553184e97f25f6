using System.Text.Json.Nodes;
using AiFixer.Playground.Json;

namespace AiFixer.Playground.Cases.Variations;

/// <summary>Ways to change a case's list of changes.</summary>
internal static class Changes
{
    public const string File = "changes.json";

    /// <summary>The case without these commits and without their deploys.</summary>
    public static CaseContents Without(CaseContents contents, IReadOnlySet<string> shas) => contents.WithJson(File, changes =>
    {
        foreach (var list in new[] { "commits", "deploys" })
            changes.Arr(list)?.RemoveAll(change => change.Str("sha") is { } sha && shas.Contains(sha));
    });

    /// <summary>The case with more of them, each list in the order of time.</summary>
    public static CaseContents With(CaseContents contents, string list, IEnumerable<JsonObject> more) => contents.WithJson(File, changes =>
    {
        var all = (changes.Arr(list) ?? []).Select(change => change!.DeepClone()).Concat(more).OrderBy(change => KubeTime.Parse(change.Str("ts"))).ToArray();
        changes[list] = new JsonArray(all);
    });
}
