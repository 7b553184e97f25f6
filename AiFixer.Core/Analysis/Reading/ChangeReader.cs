using System.Collections.Immutable;
using System.Text.Json;
using AiFixer.Core.Analysis.Facts;

namespace AiFixer.Core.Analysis.Reading;

/// <summary>Reads facts from what <c>changes.recent</c> answers.</summary>
public static class ChangeReader
{
    public static SceneFacts Into(SceneFacts scene, JsonElement answer, string evidence)
    {
        var items = answer.Items("changes").Where(item => item.Moment("at") is not null).ToList();
        return scene with
        {
            Commits = [.. Of(items, "commit").Select(i => new CommitFact(i.Text("sha") ?? "", At(i), i.Text("author"), i.Text("message") ?? "", i.Strings("files"), i.Text("diff") ?? "", evidence))],
            Deploys = [.. Of(items, "deploy").Select(i => new DeployFact(At(i), i.Text("service"), i.Text("sha"), i.Text("version"), evidence))],
            Flags = [.. Of(items, "flag").Select(i => new FlagFact(At(i), i.Text("service"), i.Text("flag") ?? "", i.Text("change"), evidence))],
            Statuses = [.. Of(items, "status").Select(i => new StatusFact(At(i), i.Text("message") ?? "", evidence))],
        };
    }

    private static IEnumerable<JsonElement> Of(IEnumerable<JsonElement> items, string kind) => items.Where(item => item.Text("kind") == kind);

    private static DateTimeOffset At(JsonElement item) => item.Moment("at")!.Value;
}
