using System.Text.Json.Nodes;
using AiFixer.Playground.Json;

namespace AiFixer.Playground.Cases.Variations;

/// <summary>The changes that somebody careless would blame never happened.</summary>
internal static class NoDecoys
{
    public static VariedCase? Apply(CaseContents contents)
    {
        var decoys = Edits.Texts(contents.Json("expected.json")?["decoys"]).Select(decoy => decoy.Text).ToHashSet(StringComparer.Ordinal);
        return decoys.Count == 0 ? null : new(Changes.Without(contents, decoys).WithJson("expected.json", expected => expected["decoys"] = new JsonArray()));
    }
}
