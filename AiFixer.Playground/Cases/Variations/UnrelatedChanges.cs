using System.Text.Json.Nodes;
using AiFixer.Playground.Json;

namespace AiFixer.Playground.Cases.Variations;

/// <summary>More was changed in the hours before, none of which can have anything to do with it.</summary>
internal static class UnrelatedChanges
{
    private const string Author = "quiet.hand";

    private static readonly (int Minutes, string Message, string File, string Diff, bool Deployed)[] More =
    [
        (185, "docs: how to ask for a review", "docs/handbook/reviews.md", "@@ reviews @@\n-Ask anybody.\n+Ask whoever wrote it last.", false),
        (95, "explain what the sample numbers mean", "docs/handbook/numbers.md", "@@ numbers @@\n+They are made up.", false),
        (55, "another colour for the footer", Neighbours.First + "/web/footer.css", "@@ footer @@\n-  color: #445566;\n+  color: #334455;", true),
        (20, "spelling in a comment", Neighbours.Second + "/notes.md", "@@ notes @@\n-recieve\n+receive", true),
    ];

    public static VariedCase? Apply(CaseContents contents)
    {
        if (!contents.Files.ContainsKey(Changes.File) || KubeTime.Parse(contents.Json("case.json").Str("now")) is not { } now)
            return null;
        return new(Changes.With(Changes.With(contents, "commits", More.Select(one => Commit(one, now))), "deploys", More.Where(one => one.Deployed).Select(one => Deploy(one, now))));
    }

    private static JsonObject Commit((int Minutes, string Message, string File, string Diff, bool Deployed) one, DateTimeOffset now) => new()
    {
        ["sha"] = Sha(one.Message),
        ["author"] = Author,
        ["ts"] = KubeTime.Seconds(now.AddMinutes(-one.Minutes)),
        ["message"] = one.Message,
        ["files"] = new JsonArray(one.File),
        ["diff"] = one.Diff,
    };

    private static JsonObject Deploy((int Minutes, string Message, string File, string Diff, bool Deployed) one, DateTimeOffset now) => new()
    {
        ["ts"] = KubeTime.Seconds(now.AddMinutes(2 - one.Minutes)),
        ["service"] = one.File.Split('/')[0],
        ["sha"] = Sha(one.Message),
        ["version"] = $"r{one.Minutes}",
    };

    private static string Sha(string message) => Stable.Hex(message, 40);
}
